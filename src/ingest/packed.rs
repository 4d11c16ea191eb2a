//! Files that are no plain text: documents and books in archives, PDF, RTF. Told by their first bytes and by what lies
//! inside, never by their name.

use super::Proceed;
use super::choice::Choice;
use super::docx;
use super::draft::Draft;
use super::epub;
use super::error::Problem;
use super::odt;
use super::package::Package;
use super::pdf;
use super::rtf;

/// The draft of a packed file; none where the bytes are something else.
pub(super) fn read(
    bytes: &[u8],
    choice: Choice,
    proceed: Proceed<'_>,
) -> Result<Option<Draft>, Problem> {
    let draft = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        archive(bytes, choice, proceed)?
    } else if is_pdf(bytes) {
        choice.of_one()?;
        pdf::read(bytes, proceed)?
    } else if bytes.starts_with(b"{\\rtf") {
        choice.of_one()?;
        rtf::read(bytes)?
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") && is_locked_office(bytes) {
        return Err(Problem::Locked);
    } else {
        return Ok(None);
    };
    if draft.pieces.is_empty() && draft.metadata.title.is_none() {
        return Err(Problem::NoWords);
    }
    Ok(Some(draft))
}

/// Some programs write a few bytes of their own before the PDF begins.
fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..1024).unwrap_or(bytes);
    bytes.starts_with(b"%PDF-")
        || head.windows(5).any(|window| window == b"%PDF-")
            && bytes
                .windows(5)
                .rev()
                .take(2048)
                .any(|window| window == b"%%EOF")
}

fn archive(bytes: &[u8], choice: Choice, proceed: Proceed<'_>) -> Result<Draft, Problem> {
    let mut package = Package::open(bytes)?;
    let kind = package.text("mimetype")?.unwrap_or_default();
    if kind.trim() == "application/epub+zip" || package.holds("META-INF/container.xml") {
        return epub::read(&mut package, choice, proceed);
    }
    choice.of_one()?;
    if kind.starts_with("application/vnd.oasis.opendocument.text")
        || kind.is_empty() && package.holds("content.xml") && package.holds("META-INF/manifest.xml")
    {
        return odt::read(&mut package);
    }
    if package.names().iter().any(|name| name.starts_with("word/")) {
        return docx::read(&mut package);
    }
    Err(
        if kind.starts_with("application/vnd.oasis") || package.holds("[Content_Types].xml") {
            Problem::NotText("a spreadsheet or a presentation")
        } else {
            Problem::NotText("a zip archive")
        },
    )
}

/// Office puts a document that a password protects into a file of the old kind, under this name.
fn is_locked_office(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bytes.windows(name.len()).any(|window| window == name)
}

#[cfg(test)]
mod tests;
