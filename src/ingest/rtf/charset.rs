//! The encodings that rich text names by numbers.

use encoding_rs::Encoding;

/// The encoding of a code page of Windows.
pub(super) fn of_page(number: i32) -> Option<&'static Encoding> {
    match number {
        874 | 1250..=1258 => Encoding::for_label(format!("windows-{number}").as_bytes()),
        866 => Some(encoding_rs::IBM866),
        932 => Some(encoding_rs::SHIFT_JIS),
        936 => Some(encoding_rs::GBK),
        949 => Some(encoding_rs::EUC_KR),
        950 => Some(encoding_rs::BIG5),
        10000 => Some(encoding_rs::MACINTOSH),
        65001 => Some(encoding_rs::UTF_8),
        _ => None,
    }
}

/// The encoding of a font, by the number of its character set.
pub(super) fn of_font(number: i32) -> Option<&'static Encoding> {
    of_page(match number {
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}
