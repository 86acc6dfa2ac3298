//! Bytes to text: UTF-8, UTF-16, and what chardetng makes of the rest. What is no text is refused with its name.

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes at the start of a file that tell UTF-16 without a byte order mark.
const PROBE: usize = 4096;
/// Pairs of bytes that UTF-16 without a byte order mark must have to be told from a stray NUL.
const PAIRS: usize = 8;
/// Share of NUL bytes on one side of the pairs from which on bytes are UTF-16: in Latin script nearly every pair has one.
const UTF16_SHARE: usize = 40;
/// Share of control characters, per cent, from which on decoded text is no text.
const CONTROL_SHARE: usize = 10;

/// First bytes of common files that are no text.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"%PDF-", "a PDF document"),
    (b"\x1f\x8b", "gzip data"),
    (b"{\\rtf", "a rich-text document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
];

/// The text of these bytes, without byte order mark; or why they are no text, in a few words.
///
/// Bytes that are UTF-8 but for a few (a file cut within a character) are read as UTF-8 with U+FFFD in their place.
///
/// # Errors
///
/// What the bytes are instead (`is a picture, not a text`).
pub fn decode(bytes: &[u8]) -> Result<String, String> {
    if let Some((_, what)) = SIGNATURES.iter().find(|(head, _)| bytes.starts_with(head)) {
        return Err(format!("is {what}, not a text"));
    }
    let text = match Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| utf16(bytes)) {
        Some(encoding) => encoding.decode(bytes).0.into_owned(),
        None => eight_bit(bytes),
    };
    if let Some(at) = text.find('\0') {
        let line = 1 + text[..at].bytes().filter(|b| *b == b'\n').count();
        return Err(format!("is not a text: NUL character in line {line}"));
    }
    let is_control = |c: &char| c.is_control() && !c.is_whitespace() && *c != '\u{1b}' && *c != '\u{8}';
    if text.chars().filter(is_control).count() * 100 > text.chars().count() * CONTROL_SHARE {
        return Err("is not a text: too many control characters".to_owned());
    }
    Ok(text)
}

/// UTF-16 without a byte order mark: NUL in every other byte.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let probe = &bytes[..bytes.len().min(PROBE)];
    let pairs = probe.len() / 2;
    let nuls = |side: usize| probe.iter().skip(side).step_by(2).filter(|b| **b == 0).count() * 100;
    if pairs < PAIRS || !bytes.len().is_multiple_of(2) {
        return None;
    }
    match (nuls(0), nuls(1)) {
        (0, low) if low > pairs * UTF16_SHARE => Some(UTF_16LE),
        (high, 0) if high > pairs * UTF16_SHARE => Some(UTF_16BE),
        _ => None,
    }
}

/// UTF-8 where it is, or is but for a few bytes; else what chardetng guesses.
fn eight_bit(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good >= bad {
        return UTF_8.decode_without_bom_handling(bytes).0.into_owned();
    }
    let mut detector = EncodingDetector::new();
    detector.feed(bytes, true);
    detector.guess(None, false).decode_without_bom_handling(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told() {
        let wide = |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let text = "Kafé — “Putin”\r\n";
        assert_eq!(decode(text.as_bytes()).as_deref(), Ok(text));
        assert_eq!(decode(&[b"\xef\xbb\xbf", text.as_bytes()].concat()).as_deref(), Ok(text));
        assert_eq!(decode(&[b"\xff\xfe".to_vec(), wide(text, u16::to_le_bytes)].concat()).as_deref(), Ok(text));
        assert_eq!(decode(&[b"\xfe\xff".to_vec(), wide(text, u16::to_be_bytes)].concat()).as_deref(), Ok(text));
        assert_eq!(decode(&wide("Polisi di Medan", u16::to_le_bytes)).as_deref(), Ok("Polisi di Medan"));
        assert_eq!(decode(&wide("Polisi di Medan", u16::to_be_bytes)).as_deref(), Ok("Polisi di Medan"));
        assert_eq!(
            decode(b"Beyonc\xe9 tiba di caf\xe9 \x93baru\x94 itu.").as_deref(),
            Ok("Beyoncé tiba di café “baru” itu.")
        );
        assert_eq!(
            decode("“Putin” tiba — caf\u{e9}".as_bytes().split_last().unwrap().1).as_deref(),
            Ok("“Putin” tiba — caf\u{fffd}")
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"\x89PNG\r\n\x1a\nabc"[..], b"PK\x03\x04", b"Polisi\0Medan", b"\x01\x02\x03\x04\x05\x06"] {
            assert!(decode(bytes).is_err(), "{bytes:?}");
        }
        assert_eq!(decode(b"satu\ndua\0").unwrap_err(), "is not a text: NUL character in line 2");
    }
}
