"""A stand-in for de_core_news_sm 3.8.0: its components and labels, with weights of a few sentences."""

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

COMPONENTS = [
    "tok2vec",
    "tagger",
    "morphologizer",
    "parser",
    "lemmatizer",
    "senter",
    "attribute_ruler",
    "ner",
]
"""In the order of its meta.json, where `senter` is disabled."""
LABELS = {
    "tagger": (
        "$( $, $. ADJA ADJD ADV APPO APPR APPRART APZR ART CARD FM ITJ KOKOM KON KOUI KOUS NE NN NNE PDAT "
        "PDS PIAT PIS PPER PPOSAT PPOSS PRELAT PRELS PRF PROAV PTKA PTKANT PTKNEG PTKVZ PTKZU PWAT PWAV PWS "
        "TRUNC VAFIN VAIMP VAINF VAPP VMFIN VMINF VMPP VVFIN VVIMP VVINF VVIZU VVPP XY _SP"
    ),
    # Four of some 600: `Case=Nom|Gender=Masc|Number=Sing|POS=NOUN` and all that German combines so.
    "morphologizer": "POS=NOUN POS=PUNCT Case=Nom|Gender=Masc|Number=Sing|POS=PROPN Degree=Pos|POS=ADV",
    "parser": (
        "ROOT ac adc ag ams app avc cc cd cj cm cp cvc da dep dm ep ju mnr mo ng nk nmc oa oc og op par pd "
        "pg ph pm pnc punct rc re rs sb sbp svp uc vo"
    ),
    "ner": "LOC MISC ORG PER",
}
SENTENCES = [
    ("Petra Vogtland sprach in Kiel .", ["B-PER", "L-PER", "O", "O", "U-LOC", "O"]),
    ("In Kiel traf Petra Vogtland den Rat .", ["O", "U-LOC", "O", "B-PER", "L-PER", "O", "O", "O"]),
    ("Gestern kam Hanna Reuter nach Trier .", ["O", "O", "B-PER", "L-PER", "O", "U-LOC", "O"]),
    ("Das Festival Nordklang endet in Trier .", ["O", "O", "U-MISC", "O", "O", "U-LOC", "O"]),
    ("Hanna Reuter lobte die Partei Volt .", ["B-PER", "L-PER", "O", "O", "O", "U-ORG", "O"]),
    ("Die Partei Volt tagt in Kiel .", ["O", "O", "U-ORG", "O", "O", "U-LOC", "O"]),
    ("Der Umsatz stieg um acht Prozent .", ["O"] * 7),
    ("Im Jahr darauf sank der Gewinn .", ["O"] * 7),
]
_ROUNDS = 25


def build(folder: Path) -> Path:
    """Make the stand-in and write it to a folder, laid out as an installed model is in its package."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("de")
    shared = {
        "@architectures": "spacy.Tagger.v2",
        "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96},
    }
    own = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None}
    own |= {"width": 32, "depth": 2, "embed_size": 500}
    own |= {"window_size": 1, "maxout_pieces": 2, "subword_features": True}
    for name in COMPONENTS:
        if name in ("tagger", "morphologizer"):
            nlp.add_pipe(name, config={"model": shared})
        elif name == "lemmatizer":
            nlp.add_pipe("trainable_lemmatizer", name=name, config={"model": shared})
        elif name == "parser":
            nlp.add_pipe(name, config={"model": {"tok2vec": shared["tok2vec"]}})
        elif name == "ner":
            nlp.add_pipe(name, config={"model": {"tok2vec": own}})
        else:
            nlp.add_pipe(name)
    for name, labels in LABELS.items():
        for label in labels.split():
            nlp.get_pipe(name).add_label(label)  # type: ignore[attr-defined]
    _teach_names(nlp)
    nlp.disable_pipe("senter")
    nlp.to_disk(folder)
    return folder


def _teach_names(nlp: Language) -> None:
    examples = [_example(nlp, text, marks) for text, marks in SENTENCES]
    nlp.initialize(lambda: examples)
    with nlp.select_pipes(enable="ner"):
        optimizer = nlp.resume_training()
        for _ in range(_ROUNDS):
            nlp.update(examples, sgd=optimizer)


def _example(nlp: Language, text: str, marks: list[str]) -> Example:
    words = text.split()
    last = len(words) - 1
    annotation = {
        "words": words,
        "tags": ["NN"] * last + ["$."],
        "pos": ["NOUN"] * last + ["PUNCT"],
        "morphs": [""] * len(words),
        "lemmas": words,
        "heads": [0] * len(words),
        "deps": ["ROOT"] + ["dep"] * last,
        "sent_starts": [1] + [-1] * last,
        "entities": marks,
    }
    return Example.from_dict(Doc(nlp.vocab, words=words), annotation)
