"""Names that nobody bears: a common first name, and a surname that says it is made up."""

FIRST_NAMES = {
    "vrouw": (
        "Aaltje", "Aisha", "Amina", "Anouk", "Bibi", "Carmen", "Daphne", "Dilara", "Eefje", "Elif", "Esmee", "Fatima",
        "Femke", "Guusje", "Hanna", "Ilse", "Imane", "Jasmijn", "Joke", "Kim", "Latifa", "Lieke", "Loes", "Maaike",
        "Malika", "Mila", "Nadia", "Naomi", "Noor", "Olga", "Priya", "Rosa", "Samira", "Sanne", "Selma", "Tess",
        "Truus", "Veerle", "Wies", "Yara", "Zeynep", "Zoë",
    ),
    "man": (
        "Abdel", "Arjen", "Bas", "Bram", "Cem", "Daan", "Dirk", "Emre", "Ferdi", "Gijs", "Hamza", "Hein", "Ivo",
        "Jelle", "Joris", "Karim", "Kees", "Luuk", "Marco", "Mehmet", "Niels", "Omar", "Pim", "Quinten", "Rachid",
        "Ruben", "Sjoerd", "Stan", "Teun", "Ties", "Umut", "Victor", "Wessel", "Xander", "Youssef", "Zeno",
    ),
    "x": ("Alex", "Charlie", "Kaj", "Noa", "Robin", "Sam", "Sasha", "Vic"),
}  # fmt: skip

# Prefix and surname.
SURNAMES = (
    ("", "Bedacht"), ("", "Verzinsel"), ("", "Fantasius"), ("van", "Nergenshuizen"), ("", "Denkbeeldig"),
    ("de", "Proefpersoon"), ("", "Voorbeeldsma"), ("van der", "Luchtkasteel"), ("", "Zogenaamd"), ("", "Sprookstra"),
    ("ter", "Droom"), ("", "Gisteren"), ("van", "Overmorgen"), ("", "Niemandsma"), ("de", "Verzonnene"),
    ("", "Papierink"), ("van den", "Inktpot"), ("", "Doen-Alsof"), ("", "Schaduwveld"), ("", "Wolkenma"),
    ("van", "Utopia"), ("", "Maanzaad"), ("", "Krijtlijn"), ("de", "Toneelspeler"), ("", "Bordkarton"),
)  # fmt: skip

# What they wrote when a form asked for a sentence.
SENTENCES = (
    "Ik wil dat de bus ook ’s avonds rijdt.",
    "Ik praat graag met mensen in mijn buurt.",
    "Mijn buurvrouw vroeg of dit iets voor mij was.",
    "Ik wil leren hoe de raad werkt.",
    "Meer bankjes en groen in onze straat.",
    "Ik wil dat jongeren gehoord worden.",
    "Veilig fietsen naar school.",
    "Ik ben benieuwd en wil het gewoon proberen.",
    "Een dorp waar iedereen kan blijven wonen.",
    "Ik help al mensen met brieven van de gemeente.",
)

REFUSALS = (
    "Alle plekken zijn vergeven. Voor de volgende keer kun je je weer aanmelden.",
    "De avonden vallen samen met je werk, zei je in het gesprek. Een andere plaats past beter.",
    "Je zoekt vooral hulp bij campagne voeren. Daarvoor past een ander programma beter.",
)
