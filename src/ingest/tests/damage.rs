//! Files of every format, damaged at random: read or refused, and never worse.

use proptest::prelude::*;

use super::{BODY, MORE, check_blocks};
use crate::ingest::{read, read_chosen};

/// Sound files, small; the test below damages them.
const DAMAGED: [&str; 6] = [
    "From: <Saved by Blink>\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--x\"\r\n\r\n\
     ----x\r\nContent-Type: text/html; charset=\"windows-1252\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\
     Content-Location: https://example.org/\r\n\r\n<html><body><p class=3Dx>BODY=20=E9</p><p>MO=\r\nRE</p></body></html>\r\n----x--\r\n",
    "From: Ana Ruiz <a@example.org>\nTo: b@example.org\nSubject: =?utf-8?B?QnJpZGdl?=\nDate: Thu, 12 Mar 2026 07:05:00 +0100\n\
     MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/plain\n\nBODY\n--y\n\
     Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+VGhlIG1heW9yIHJlc2lnbmVkLjwvcD4=\n--y\n\
     Content-Type: message/rfc822\n\nSubject: x\n\nMORE\n--y--\n",
    "From a@example.org Thu Mar 12 07:05:00 2026\nFrom: a@example.org\nTo: b@example.org\nSubject: One\n\nBODY\n>From x\n\n\
     From a@example.org Thu Mar 12 07:05:00 2026\nFrom: a@example.org\nTo: b@example.org\nSubject: Two\n\nMORE\n",
    "<?xml version=\"1.0\"?><!DOCTYPE nitf><nitf xml:lang=\"en\"><head><docdata><date.issue norm=\"20260312T150400Z\"/></docdata></head>\
     <body><body.head><hedline><hl1>Bridge</hl1></hedline><byline>By Ana Ruiz</byline></body.head><body.content><p>BODY &amp; &#233;</p>\
     <ul><li>MORE</li></ul></body.content></body></nitf>",
    "<newsMessage><itemSet><newsItem><itemMeta><firstCreated>20260312T150400+0100</firstCreated></itemMeta><contentMeta><headline>One</headline></contentMeta>\
     <contentSet><inlineXML><html><body><p>BODY</p></body></html></inlineXML></contentSet></newsItem><newsItem><contentSet>\
     <inlineData contenttype=\"text/html\">&lt;p&gt;MORE&lt;/p&gt;</inlineData></contentSet></newsItem></itemSet></newsMessage>",
    "[{\"uri\": \"http://example.org\", \"headlines\": [{\"value\": \"Bridge\"}], \"bodies\": [{\"contenttype\": \"html\", \"value\": \"<p>BODY</p>\"}]},\
     {\"title\": \"Ferry\", \"maintext\": \"MORE\", \"date_publish\": \"2026-03-12 10:01:00\", \"authors\": [\"Ana Ruiz\"]}]",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn damaged_files_of_every_format_are_read_or_refused(
        which in 0..DAMAGED.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        is_cut: bool,
        number in 0..4_usize,
    ) {
        let mut bytes = DAMAGED[which].replace("BODY", BODY).replace("MORE", MORE).into_bytes();
        for (position, byte) in changes {
            let position = position.index(bytes.len());
            bytes[position] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(document) = read("a.txt", &bytes) {
            check_blocks(&document);
        }
        if let Ok(document) = read_chosen("a.txt", &bytes, number) {
            check_blocks(&document);
        }
        if let Err(error) = read("a.txt", &bytes)
            && let Some(offered) = error.several()
        {
            prop_assert!(offered.len() > 1);
        }
    }
}
