package model

// CoreKeys lists the keys that front matter of every type may have, in the order in which they are documented. A type
// cannot declare fields of these names; docs/writing.md says what each of them means.
func CoreKeys() []string {
	return []string{
		"title", "date", "updated", "expires", "draft", "slug", "aliases", "summary", "topics", "publisher", "contacts",
		"authors", "image", "attachments", "related", "points", "case", "changes", "withdrawn", "review", "pinned",
		"silence", "typography",
	}
}

// CoreFields declares the keys of every type as a type declares its own: their kinds, and what they are to the author. Which of them
// a type requires beside the title stands in its Require. What references may lead to follows from the site's Roles; see
// [Roles.Targets].
func CoreFields() []Field {
	moment := func(name, labelSV, labelEN, sv, en string) Field {
		return coreField(KindInstant, name, labelSV, labelEN, sv, en)
	}
	text := func(name, labelSV, labelEN, sv, en string) Field {
		return coreField(KindText, name, labelSV, labelEN, sv, en)
	}
	required := func(f Field) Field {
		f.Required = true
		return f
	}
	dated := func(f Field, with ...Field) Field {
		f.Fields = append([]Field{required(moment("date", "Dag", "Date", "", ""))}, with...)
		return f
	}
	return []Field{
		required(text("title", "Rubrik", "Headline", "", "")),
		moment("date", "Publiceras", "Published", "En dag, eller dag och klockslag som 2026-12-01 07:00. I framtiden: då, och inte förr.",
			"A day, or a day and a time such as 2026-12-01 07:00. In the future: then, and not before."),
		moment("updated", "Reviderad", "Revised", "När texten senast ändrades i sak.", "When it was last revised in substance."),
		moment("expires", "Tas ner", "Comes down", "En dag (då gäller hela dagen), eller dag och klockslag.", "A day (to its end), or a day and a time."),
		coreField(KindBoolean, "draft", "Utkast", "Draft", "true: den publiceras inte.", "true: it is not published."),
		text("slug", "Namn i adressen", "Name in the address", "Små bokstäver a–z, siffror och bindestreck.", "Small letters a–z, digits and hyphens."),
		listField(text("aliases", "Tidigare adresser", "Earlier addresses", "Leder hit från och med nu: /gamla/sidan/.", "They lead here from now on: /old/page/.")),
		text("summary", "Ingress", "Lead", "I ren text.", "In plain text."),
		listField(coreField(KindReference, "topics", "Ämnen", "Topics", "Vad den handlar om.", "What it is about.")),
		coreField(KindReference, "publisher", "Avsändare", "Publisher", "Där det inte är webbplatsens egen.", "Where that is not the site's own."),
		listField(coreField(KindReference, "contacts", "Kontaktpersoner", "Contacts", "Vem man frågar.", "Whom to ask.")),
		listField(coreField(KindReference, "authors", "Författare", "Authors", "Vem som har skrivit eller skrivit under.", "Who has written or signed it.")),
		coreField(KindImage, "image", "Bild", "Picture", "file, alt (vad den visar), caption, credit.", "file, alt (what it shows), caption, credit."),
		listField(coreField(KindFile, "attachments", "Bilagor", "Attachments", "file och title för var och en.", "file and title of each.")),
		listField(coreField(KindReference, "related", "Läs också", "Related", "Andra texter.", "Other items.")),
		listField(coreField(KindReference, "points", "Punkter i strategin", "Points of the strategy", "De strategiska punkter som den tjänar.", "The strategic points that it serves.")),
		text("case", "Diarienummer", "Case number", "Kommunens, till exempel KS 2026/0123.", "The municipality's, such as KS 2026/0123."),
		listField(dated(coreField(KindMap, "changes", "Ändringar", "Changes", "Vad som har ändrats efter publiceringen; läsaren ser det.", "What was changed after publication; readers see it."),
			required(text("note", "Vad", "What", "", "")))),
		dated(coreField(KindMap, "withdrawn", "Gäller inte längre", "Withdrawn", "Sedan när, och varför.", "Since when, and why."),
			required(text("reason", "Varför", "Why", "", ""))),
		dated(coreField(KindMap, "review", "Ses över", "Review", "När någon måste titta på den igen, och vem.", "When somebody must look at it again, and who."),
			text("owner", "Vem", "Who", "", "")),
		moment("pinned", "Står först till", "Stands first until", "Till och med den dagen.", "That day included."),
		coreField(KindAny, "silence", "Regler som inte gäller här", "Rules that do not apply here", "Regelns namn, och varför.", "The name of the rule, and why."),
		coreField(KindBoolean, "typography", "Typografi", "Typography", "false: lämna mellanslag, streck och citattecken som de är skrivna.",
			"false: leave spaces, dashes and quotes as they are written."),
	}
}

func coreField(kind Kind, name, labelSV, labelEN, sv, en string) Field {
	f := Field{Name: name, Kind: kind, Label: Text{"sv": labelSV, "en": labelEN}}
	if sv != "" {
		f.Help = Text{"sv": sv, "en": en}
	}
	return f
}

// listField is a field that holds several of what it would hold one of.
func listField(f Field) Field {
	element := f
	element.Name, element.Label, element.Help = "", nil, nil
	return Field{Name: f.Name, Kind: KindList, Of: &element, Label: f.Label, Help: f.Help}
}

// Targets are the types that the references of a core key may lead to; none where they may lead to any.
func (r Roles) Targets(key string) []string {
	for name, role := range map[string]string{
		"topics": r.Topic, "publisher": r.Publisher, "contacts": r.Person, "authors": r.Person, "points": r.Point,
	} {
		if name == key && role != "" {
			return []string{role}
		}
	}
	return nil
}
