package cli

import (
	"regexp"
	"strings"
)

// misuse is a form in which the parser of the command line says that something is written wrongly, and the message that says it
// in the user's language. The form's groups, less their quotes, fill in the message.
type misuse struct {
	form *regexp.Regexp
	say  string
}

// misuses are tried in order. TestUsageIsToldInTheUsersLanguage provokes each of them.
var misuses = []misuse{
	{regexp.MustCompile(`^unexpected argument (.*)$`), "misuse-argument"},
	{regexp.MustCompile(`^unknown flag (.*)$`), "misuse-flag"},
	{regexp.MustCompile(`^(.*) must be one of (.*) but got (.*)$`), "misuse-choice"},
	{regexp.MustCompile(`^expected one of (.*)$`), "misuse-command"},
	{regexp.MustCompile(`^expected (.*)$`), "misuse-missing"},
	{regexp.MustCompile(`^missing flags: (.*)$`), "misuse-missing"},
	{regexp.MustCompile(`^(.*): expected .* value but got "EOL" .*$`), "misuse-value"},
	{regexp.MustCompile(`^(.*): missing value.*$`), "misuse-value"},
	{regexp.MustCompile(`^(.*): expected .* value but got (".*") \(.*\)(?:; perhaps try .*)?$`), "misuse-bad"},
	{regexp.MustCompile(`^(.*): expected a valid .* bit u?int but got (.*)$`), "misuse-number"},
	{regexp.MustCompile(`^(.*): bool value must be .* but got (.*)$`), "misuse-boolean"},
	{regexp.MustCompile(`^(.*): expected duration but got (.*)$`), "misuse-bad"},
}

var meant = regexp.MustCompile(`^(.*), did you mean (?:one of )?(.*)\?$`)

// misused says what is wrong with how the program was called.
func (s *session) misused(err error) string {
	text, near := err.Error(), ""
	if m := meant.FindStringSubmatch(text); m != nil {
		text, near = m[1], s.say("misuse-meant", listed(m[2]))
	}
	for _, form := range misuses {
		m := form.form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		args := make([]any, len(m)-1)
		for i, group := range m[1:] {
			args[i] = listed(group)
		}
		return s.say(form.say, args...) + near
	}
	return s.say("misuse", err.Error())
}

// listed is a list of quoted words without their quotes, and with a space after each comma.
func listed(text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, `","`, `", "`), `"`, "")
	if strings.HasPrefix(text, "<") || strings.HasPrefix(text, "--") && strings.Contains(text, "=") {
		text = strings.ToUpper(strings.Trim(text, "<>"))
	}
	return text
}
