package theme

import (
	"regexp"
	"slices"
	"strconv"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/read/yaml"
)

// Bounds of what a theme may ask of pictures.
const (
	leastWidth, mostWidth = 16, 4096
	mostWidths            = 8
	defaultQuality        = 80
	mostCrop              = 10_000
)

// useNames are the uses of pictures as theme.yaml writes them.
func useNames() []string {
	var names []string
	for _, use := range model.Uses() {
		names = append(names, string(use))
	}
	return names
}

// decodeImages reads what theme.yaml says of each use of pictures.
func decodeImages(r *yaml.Reader, n *yaml.Node) map[model.Use]model.Preset {
	if n == nil || !r.Mapping(n, useNames()...) {
		return nil
	}
	presets := map[model.Use]model.Preset{}
	for _, pair := range n.Pairs {
		if !slices.Contains(useNames(), pair.Key) {
			continue
		}
		if preset, ok := decodePreset(r, pair); ok {
			presets[model.Use(pair.Key)] = preset
		}
	}
	return presets
}

func decodePreset(r *yaml.Reader, pair yaml.Pair) (model.Preset, bool) {
	preset := model.Preset{Quality: defaultQuality}
	n := pair.Value
	if !r.Mapping(n, "widths", "sizes", "quality", "crop") || !r.Need(n, pair.KeyPlace, "widths") {
		return preset, false
	}
	for _, item := range r.List(n.Get("widths")) {
		if width, ok := r.Int(item, leastWidth, mostWidth); ok {
			preset.Widths = append(preset.Widths, width)
		}
	}
	slices.Sort(preset.Widths)
	preset.Widths = slices.Compact(preset.Widths)
	if len(preset.Widths) > mostWidths {
		r.Report(diag.TooManyWidths.At(n.Get("widths").Place, strconv.Itoa(mostWidths)))
	}
	preset.Sizes, _ = r.Text(n.Get("sizes"))
	if quality, ok := r.Int(n.Get("quality"), 1, 100); ok {
		preset.Quality = quality
	}
	preset.Crop = decodeCrop(r, n.Get("crop"))
	return preset, len(preset.Widths) > 0
}

var cropForm = regexp.MustCompile(`^([1-9][0-9]{0,4})x([1-9][0-9]{0,4})$`)

// decodeCrop takes a proportion, such as 1200x630.
func decodeCrop(r *yaml.Reader, n *yaml.Node) [2]int {
	text, ok := r.Text(n)
	if !ok {
		return [2]int{}
	}
	if m := cropForm.FindStringSubmatch(text); m != nil {
		width, _ := strconv.Atoi(m[1]) // digits, five at most
		height, _ := strconv.Atoi(m[2])
		if max(width, height) <= mostCrop && width <= 10*height && height <= 10*width {
			return [2]int{width, height}
		}
	}
	r.Report(diag.BadCrop.At(n.Place, text).With(diag.WriteSo, "1200x630"))
	return [2]int{}
}

// images merges what the themes of a chain say of pictures; the nearest wins for each use.
func images(chain []*layer) map[model.Use]model.Preset {
	merged := map[model.Use]model.Preset{}
	for _, y := range slices.Backward(chain) {
		for use, preset := range y.settings.images {
			merged[use] = preset
		}
	}
	return merged
}
