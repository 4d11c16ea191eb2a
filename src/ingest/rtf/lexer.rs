//! The tokens of rich text: groups, control words, and the bytes of words.

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'bytes> {
    Open,
    Close,
    /// A control word with its number, if it has one.
    Word(&'bytes str, Option<i32>),
    /// A control symbol: `\~`, `\*`, or a backslash at the end of a line.
    Symbol(u8),
    /// A byte of words, plain or as two hexadecimal figures.
    Byte(u8),
}

/// Reads token after token.
pub(super) struct Lexer<'bytes> {
    rest: &'bytes [u8],
}

impl<'bytes> Lexer<'bytes> {
    pub fn new(bytes: &'bytes [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The next token; none at the end.
    pub fn next(&mut self) -> Option<Token<'bytes>> {
        loop {
            let byte = self.byte()?;
            return Some(match byte {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\r' | b'\n' | b'\0' => continue,
                b'\\' => self.control()?,
                byte => Token::Byte(byte),
            });
        }
    }

    /// Passes over bytes that are no text, such as those of a picture.
    pub fn pass_over(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first)
    }

    fn control(&mut self) -> Option<Token<'bytes>> {
        let first = *self.rest.first()?;
        if first.is_ascii_alphabetic() {
            return Some(self.word());
        }
        self.byte();
        Some(match first {
            b'\\' | b'{' | b'}' => Token::Byte(first),
            b'\'' => {
                let digits = self.rest.get(..2).and_then(|two| str::from_utf8(two).ok());
                match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                    Some(byte) => {
                        self.pass_over(2);
                        Token::Byte(byte)
                    }
                    None => Token::Symbol(b'\''),
                }
            }
            other => Token::Symbol(other),
        })
    }

    fn word(&mut self) -> Token<'bytes> {
        let name = self.while_is(|byte| byte.is_ascii_alphabetic());
        let sign = self.rest.first() == Some(&b'-');
        let figures_at = usize::from(sign);
        let mut value = None;
        if self.rest.get(figures_at).is_some_and(u8::is_ascii_digit) {
            self.pass_over(figures_at);
            let figures = self.while_is(|byte| byte.is_ascii_digit());
            let number: i32 = figures.parse().unwrap_or(0);
            value = Some(if sign { -number } else { number });
        }
        // One space belongs to the word.
        if self.rest.first() == Some(&b' ') {
            self.pass_over(1);
        }
        Token::Word(name, value)
    }

    fn while_is(&mut self, is: fn(&u8) -> bool) -> &'bytes str {
        let end = self
            .rest
            .iter()
            .position(|byte| !is(byte))
            .unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        str::from_utf8(taken).unwrap_or_default()
    }
}
