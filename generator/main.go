// Growthportal builds a municipality's growth portal: Markdown and YAML in, a published site out.
package main

import (
	"os"
	"time"

	"growthportal/generator/cli"
	"growthportal/themes"
)

func main() {
	os.Exit(cli.Run(cli.Env{
		Args: os.Args[1:], Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Clock: time.Now, Themes: themes.FS(),
	}))
}
