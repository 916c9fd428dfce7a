package main

// What the texts are made of: words of a municipality's newsroom.
var (
	topicNames = []string{"naringsliv", "bostader", "arbetsmarknad", "utbildning", "infrastruktur", "kollektivtrafik", "energi",
		"klimat", "industri", "handel", "turism", "kultur", "idrott", "landsbygd", "centrum", "detaljplan", "mark", "etablering",
		"innovation", "forskning", "digitalisering", "bredband", "vatten", "avlopp", "skola", "forskola", "aldreomsorg", "halsa",
		"integration", "kompetens", "upphandling", "ekonomi", "budget", "skog", "lantbruk", "besoksnaring", "hallbarhet", "trygghet",
		"samverkan", "eu-projekt"}
	places = []string{"Storgatan", "Hamnområdet", "Norra industriområdet", "Västra stranden", "Centrum", "Stationsområdet",
		"Björkviken", "Åkersberg", "Östra lunden", "Söderängen", "Älvkajen", "Flygfältet"}
	firstNames = []string{"Anna", "Karin", "Lars", "Erik", "Maria", "Åsa", "Göran", "Björn", "Eva", "Johan", "Sofia", "Mattias",
		"Ingrid", "Örjan", "Hanna", "Nils"}
	lastNames = []string{"Andersson", "Johansson", "Lindström", "Nyström", "Bergqvist", "Åkerlund", "Öberg", "Sjögren", "Hedlund",
		"Wikström", "Lundgren", "Forsberg"}
	roles = []string{"näringslivschef", "kommundirektör", "samhällsbyggnadschef", "projektledare", "utvecklingschef",
		"presskontakt", "mark- och exploateringschef", "enhetschef"}
	subjects = []string{"Kommunen", "Näringslivsenheten", "Samhällsbyggnadsförvaltningen", "Kommunstyrelsen",
		"Det lokala näringslivet", "Regionen", "Utvecklingsbolaget", "Projektgruppen", "Arbetsgruppen", "Styrgruppen", "Föreningen",
		"Företagsgruppen"}
	verbs = []string{"planerar", "utvecklar", "fördjupar", "beslutar om", "presenterar", "stärker", "inleder", "utreder",
		"finansierar", "samordnar", "bygger vidare på", "följer upp", "välkomnar", "förbereder"}
	adjectives = []string{"nya", "långsiktiga", "gemensamma", "omfattande", "hållbara", "fördjupade", "lokala", "regionala",
		"moderna", "tidiga", "tydliga", "viktiga", "uppdaterade", "samlade"}
	objects = []string{"satsningar på företagsklimatet", "planer för bostadsbyggande", "insatser för arbetsmarknaden",
		"etableringar i industriområdet", "åtgärder för kollektivtrafiken", "utbildningar inom vård och teknik",
		"avtal med högskolan", "investeringar i vatten och avlopp", "samarbeten med grannkommunerna",
		"detaljplaner för stationsområdet", "mötesplatser för unga företagare", "nätverk för besöksnäringen",
		"stöd till landsbygdens utveckling", "program för energieffektivisering"}
	endings = []string{"under det kommande året", "tillsammans med invånare och företag", "i linje med översiktsplanen",
		"med stöd från regionala medel", "enligt den strategi som antogs i våras", "för att möta behovet av arbetskraft",
		"inom ramen för den gemensamma budgeten", "så att fler ska kunna bo och verka här",
		"i dialog med berörda fastighetsägare", "efter beslut i kommunfullmäktige", "för ökad trygghet och tillgänglighet",
		"med start redan i höst"}
	headings = []string{"Bakgrund", "Så går arbetet vidare", "Nästa steg", "Fler jobb och företag", "Tidplan och beslut",
		"Om satsningen", "Vad händer nu?", "Ekonomi och finansiering", "Röster om projektet", "Läget i kommunen"}
)
