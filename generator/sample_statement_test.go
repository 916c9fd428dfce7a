package main

import "testing"

// The accessibility statement has the parts that the law asks for: 13 and 15 §§ of the act (2018:1937), and the model
// statement of the European Commission (implementing decision (EU) 2018/1523) that they rest upon.
func TestStatementIsComplete(t *testing.T) {
	for page, parts := range map[string][11]string{
		"om/tillganglighet/": {
			"gäller Tillväxtportalen, https://tillvaxt.example.se/. Älvbrunna kommun står bakom", // whose service, and which
			"EN 301~549",                    // by which requirements
			"delvis förenlig",               // how far it complies
			"Vad som brister",               // what does not
			"Oskäligt betungande",           // what would cost too much
			"Innehåll som inte omfattas",    // what the law leaves out
			"i ett annat format",            // what there is instead
			"egna medarbetare har granskat", // how it was assessed
			"den~15~maj 2026",               // when the statement was made, assessed and changed
			"svar inom två arbetsdagar",     // whom to tell of faults, and when there is an answer
			"anmäla det till Digg",          // who supervises
		},
		"en/om/tillganglighet/": {
			"concerns the growth portal, https://tillvaxt.example.se/. Älvbrunna Municipality is responsible", "EN 301~549",
			"partially compliant", "What is lacking", "Disproportionate burden", "Content outside the act", "in another format",
			"own staff have reviewed", "15~May 2026", "answer within two working days", "report it to Digg",
		},
	} {
		for _, part := range parts {
			sampleSight{part, page, ".text", part, false}.check(t, sample(t))
		}
	}
}
