package diag

// hintTexts holds the mends, by name. {0}, {1} ... stand for words of the diagnostic's own.
var hintTexts = map[HintName]Text{
	DidYouMean: {SV: `menade du "{0}"?`, EN: `did you mean "{0}"?`},
	UseInstead: {SV: `här heter det "{0}"`, EN: `here it is called "{0}"`},
	WriteSo:    {SV: `skriv {0}`, EN: `write {0}`},
	OneOf:      {SV: `något av: {0}`, EN: `one of: {0}`},
	AlsoAt:     {SV: `det andra stället: {0}`, EN: `the other place: {0}`},
	AddKey:     {SV: `lägg till raden {0}`, EN: `add the line {0}`},
	Remove:     {SV: `ta bort {0}`, EN: `remove {0}`},
}

// The names of the hints.
const (
	DidYouMean HintName = "did-you-mean" // the nearest known name
	UseInstead HintName = "use-instead"  // our name for another generator's key
	WriteSo    HintName = "write-so"     // the value as it should be written
	OneOf      HintName = "one-of"       // the values that are allowed
	AlsoAt     HintName = "also-at"      // where the other of two stands
	AddKey     HintName = "add-key"      // a line that is missing
	Remove     HintName = "remove"       // what should go
)
