//! The grammar of words, in the terms of Universal Dependencies.

/// An enum whose variants stand for labels of the network, in the order in which it was trained on them.
macro_rules! labels {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $label:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($variant),+
        }

        impl $name {
            /// In the order of the network's outputs.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The label as treebanks write it.
            pub fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label),+
                }
            }
        }
    };
}

labels! {
    /// What sort of word it is.
    PartOfSpeech {
        Adjective = "ADJ",
        Adposition = "ADP",
        Adverb = "ADV",
        Auxiliary = "AUX",
        CoordinatingConjunction = "CCONJ",
        Determiner = "DET",
        Interjection = "INTJ",
        Noun = "NOUN",
        Numeral = "NUM",
        Particle = "PART",
        Pronoun = "PRON",
        ProperNoun = "PROPN",
        Punctuation = "PUNCT",
        SubordinatingConjunction = "SCONJ",
        Symbol = "SYM",
        Verb = "VERB",
        Other = "X",
    }
}

labels! {
    /// What a word is to the word that governs it.
    Relation {
        ClausalModifier = "acl",
        AdverbialClause = "advcl",
        AdverbialModifier = "advmod",
        AdjectivalModifier = "amod",
        Apposition = "appos",
        Auxiliary = "aux",
        Case = "case",
        Coordinator = "cc",
        ClausalComplement = "ccomp",
        Classifier = "clf",
        Compound = "compound",
        Conjunct = "conj",
        Copula = "cop",
        ClausalSubject = "csubj",
        Unspecified = "dep",
        Determiner = "det",
        Discourse = "discourse",
        Dislocated = "dislocated",
        Expletive = "expl",
        Fixed = "fixed",
        Flat = "flat",
        GoesWith = "goeswith",
        IndirectObject = "iobj",
        List = "list",
        Marker = "mark",
        NominalModifier = "nmod",
        Subject = "nsubj",
        PassiveSubject = "nsubj:pass",
        NumericModifier = "nummod",
        Object = "obj",
        Oblique = "obl",
        Orphan = "orphan",
        Parataxis = "parataxis",
        Punctuation = "punct",
        Repaired = "reparandum",
        Root = "root",
        Vocative = "vocative",
        OpenComplement = "xcomp",
    }
}
