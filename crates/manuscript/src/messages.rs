//! All that the room says, in Korean and English: why a file is refused, why a line was changed, what the
//! editor is asked, and the words of the report.

mod why;

use jikji_diagnostic::{Diagnostic, messages, worded, words};
use serde::Serialize;

pub use why::Why;

messages! {
    FAULTS:
    /// Nothing but blanks.
    EMPTY = Error "E1201" {
        ko: "파일이 비어 있습니다",
        en: "the file is empty",
        help_ko: "원고 파일이 맞는지, 저장이나 내려받기가 끝났는지 확인하세요",
        help_en: "check that this is the manuscript, and that it was saved or downloaded to its end",
    }
    /// Nothing but marks: no word that could stand in an article.
    NO_TEXT = Error "E1202" {
        ko: "파일에 글이 없습니다",
        en: "there is no text in the file",
        help_ko: "원고 파일이 맞는지, 글이 그림이나 머리말, 메모에만 있지 않은지 확인하세요",
        help_en: "check that this is the manuscript, and that its text is not in pictures, headers or memos alone",
    }
    /// More bytes than [`crate::LARGEST`].
    TOO_LARGE = Error "E1203" {
        ko: "파일이 너무 큽니다: {size} MB. {most} MB까지 읽습니다",
        en: "the file is too large: {size} MB, of {most} MB at most",
        help_ko: "글 안에 든 그림을 빼거나, 호별로 나누어 가져오세요",
        help_en: "take out pictures written into the text, or import one issue at a time",
    }
    /// More lines than [`crate::MOST_LINES`].
    TOO_MANY_LINES = Error "E1204" {
        ko: "행이 너무 많습니다: {lines}행. {most}행까지 읽습니다",
        en: "there are too many lines: {lines}, of {most} at most",
        help_ko: "여러 호가 한 파일에 있으면 호별로 나누어 가져오세요",
        help_en: "if the file holds several issues, import one at a time",
    }
    /// Not a text, by its first bytes.
    OTHER_KIND = Error "E1205" {
        ko: "글 파일이 아니라 {kind} 파일입니다",
        en: "this is a {kind} file, not a text",
        help_ko: "원래 프로그램에서 HWPX나 DOCX, 텍스트(.txt)로 저장하세요. PDF만 있으면 글을 복사하거나 pdftotext로 텍스트를 뽑고, 그림이면 글자 인식(OCR)을 거치세요",
        help_en: "save it from its program as HWPX, DOCX or plain text (.txt); out of a PDF alone copy the text or take it with pdftotext, out of a picture with a program that recognises letters (OCR)",
    }
    /// Not a text.
    BINARY = Error "E1206" {
        ko: "글 파일이 아닙니다",
        en: "this is not a text file",
        help_ko: "원래 문서를 마크다운(.md)이나 텍스트(.txt)로 내보낸 뒤 가져오세요",
        help_en: "export the original document as Markdown (.md) or plain text (.txt) first",
    }
    /// Neither UTF-8, UTF-16 nor CP949.
    ENCODING = Error "E1207" {
        ko: "글자 부호를 알 수 없습니다. {line}행의 글자를 읽지 못했습니다",
        en: "the encoding is unknown: line {line} cannot be read",
        help_ko: "편집기에서 UTF-8로 다시 저장한 뒤 가져오세요",
        help_en: "save the file again as UTF-8 in an editor, then import it",
    }
    /// More text than one manifest may hold.
    TOO_MUCH_TEXT = Error "E1208" {
        ko: "글이 한 호의 원고로는 너무 많습니다: {size} MB. {most} MB까지 담을 수 있습니다",
        en: "there is too much text for one issue: {size} MB, of {most} MB at most",
        help_ko: "여러 호가 한 파일에 있으면 호별로 나누어 가져오세요",
        help_en: "if the file holds several issues, import one at a time",
    }
    /// The layout declares no page kind that takes an article.
    NO_KIND = Error "E1209" {
        ko: "레이아웃 `{layout}`에는 글을 담을 쪽이 없습니다",
        en: "the layout `{layout}` has no page kind that takes a text",
        help_ko: "`title`(text)과 본문(blocks) 항목이 있는 쪽을 layout.toml에 적으세요",
        help_en: "declare a kind with a text for the title and blocks for the body in layout.toml",
    }
    /// A word processor's file that is cut short or broken.
    DAMAGED = Error "E1210" {
        ko: "파일이 깨져 열 수 없습니다",
        en: "the file is damaged and cannot be opened",
        help_ko: "한글이나 워드에서 열어 다른 이름으로 저장하거나, 보낸 사람에게 다시 받으세요",
        help_en: "open it in its word processor and save it under another name, or ask for it again",
    }
    /// A part of a word processor's file that is no sound XML.
    DAMAGED_PART = Error "E1211" {
        ko: "파일의 한 부분이 깨져 읽을 수 없습니다: {part}",
        en: "a part of the file is damaged and cannot be read: {part}",
        help_ko: "한글이나 워드에서 열어 다른 이름으로 저장하거나, 보낸 사람에게 다시 받으세요",
        help_en: "open it in its word processor and save it under another name, or ask for it again",
    }
    /// A part that unpacks to more than a manuscript holds.
    UNPACKED = Error "E1212" {
        ko: "파일의 한 부분이 원고로는 너무 큽니다: {part}",
        en: "a part of the file is too large for a manuscript: {part}",
        help_ko: "원고를 여러 파일로 나누어 저장하세요",
        help_en: "save the manuscript as several files",
    }
    /// A word processor's file with a password.
    LOCKED = Error "E1213" {
        ko: "암호가 걸린 파일입니다",
        en: "the file has a password",
        help_ko: "한글이나 워드에서 암호를 풀고 다시 저장하세요",
        help_en: "take the password off in its word processor and save it again",
    }
    /// Neither a file of Hangul's nor one of its kind.
    NOT_HWPX = Error "E1214" {
        ko: "한글(HWPX) 파일이 아닙니다",
        en: "this is not a file of Hangul (HWPX)",
        help_ko: "한글에서 열어 HWPX 형식으로 다시 저장하거나, 보낸 사람에게 다시 받으세요",
        help_en: "open it in Hangul and save it as HWPX, or ask for it again",
    }
    /// A file that lacks a part which it names.
    MISSING_PART = Error "E1215" {
        ko: "파일에 있어야 할 부분이 없습니다: {part}",
        en: "a part of the file is missing: {part}",
        help_ko: "한글이나 워드에서 열어 다른 이름으로 저장하거나, 보낸 사람에게 다시 받으세요",
        help_en: "open it in its word processor and save it under another name, or ask for it again",
    }
    /// An HWP 5 file that is called HWPX.
    COMPOUND = Error "E1216" {
        ko: "이름은 HWPX이지만 HWP 형식의 파일입니다",
        en: "the file is called HWPX but is an HWP file",
        help_ko: "파일 이름의 끝을 .hwp로 바꾸세요",
        help_en: "let its name end in .hwp",
    }
    /// A file of Hangul 3 or older.
    HWP_3 = Error "E1220" {
        ko: "한글 97 이하에서 만든 파일(HWP 3.0)입니다",
        en: "this is a file of Hangul 97 or older (HWP 3.0)",
        help_ko: "한글에서 열어 HWPX(또는 HWP 5.0) 형식으로 다시 저장하세요",
        help_en: "open it in Hangul and save it as HWPX, or as HWP 5.0",
    }
    /// A document of Hangul's as XML.
    HWPML = Error "E1221" {
        ko: "HWPML(XML) 문서입니다",
        en: "this is a document in HWPML (XML)",
        help_ko: "한글에서 열어 HWPX(또는 HWP 5.0) 형식으로 다시 저장하세요",
        help_en: "open it in Hangul and save it as HWPX, or as HWP 5.0",
    }
    /// A copy that may be looked at alone.
    DISTRIBUTED = Error "E1222" {
        ko: "배포용 문서라서 글을 꺼낼 수 없습니다",
        en: "this is a copy for distribution, and its text is locked",
        help_ko: "보낸 사람에게 배포용이 아닌 원본을 받으세요. 암호를 알면 한글의 ‘배포용 문서 해제’로 풀 수 있습니다",
        help_en: "ask for the original; who knows its password can lift the lock in Hangul",
    }
    /// A file that another program guards.
    GUARDED = Error "E1223" {
        ko: "DRM으로 보호된 파일입니다",
        en: "the file is protected by DRM",
        help_ko: "보낸 기관에서 DRM을 해제한 파일을 받으세요",
        help_en: "ask the sender for a file without the protection",
    }
    /// No file of Hangul's at all.
    NOT_HWP = Error "E1224" {
        ko: "한글(HWP 5.0) 파일이 아닙니다",
        en: "this is not a file of Hangul (HWP 5.0)",
        help_ko: "한글에서 열어 HWPX(또는 HWP 5.0) 형식으로 다시 저장하거나, 보낸 사람에게 다시 받으세요",
        help_en: "open it in Hangul and save it as HWPX or HWP 5.0, or ask for it again",
    }
    /// A file of Word 2003 or older.
    DOC = Error "E1230" {
        ko: "워드 2003 이하의 형식(DOC)으로 저장한 파일입니다",
        en: "this is a file in the format of Word 2003 or older (DOC)",
        help_ko: "워드나 한글에서 열어 DOCX 형식으로 다시 저장하세요",
        help_en: "open it in Word and save it as DOCX",
    }
    /// No file of Word's at all.
    NOT_DOCX = Error "E1231" {
        ko: "워드(DOCX) 파일이 아닙니다",
        en: "this is not a file of Word (DOCX)",
        help_ko: "워드에서 열어 DOCX 형식으로 다시 저장하거나, 보낸 사람에게 다시 받으세요",
        help_en: "open it in Word and save it as DOCX, or ask for it again",
    }
    /// What Word keeps beside a file that it has open.
    OWNER = Error "E1232" {
        ko: "워드가 문서를 여는 동안 만드는 잠금 파일입니다",
        en: "this is the file by which Word keeps a document to itself while it is open",
        help_ko: "이름이 `~$`로 시작하지 않는 원고를 적으세요. 잠금 파일은 워드에서 문서를 닫으면 없어집니다",
        help_en: "name the manuscript, whose name does not begin with `~$`; this file goes when Word closes the document",
    }
    /// A zipped folder that no word processor made.
    ARCHIVE = Error "E1233" {
        ko: "원고가 아니라 압축 파일(ZIP)입니다",
        en: "this is a zipped folder (ZIP), not a manuscript",
        help_ko: "압축을 풀어 안에 든 원고를 적으세요. 한글이나 워드의 문서라면 글이 든 부분이 빠진 것이니, 다시 저장하거나 보낸 사람에게 다시 받으세요",
        help_en: "unpack it and name the manuscripts in it; if it is a document of Hangul or Word, its text is missing: save it again, or ask for it again",
    }
}

worded! {
    /// What an editor is asked.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
    #[serde(rename_all = "kebab-case")]
    Ask {
        Name: "간행물 이름을 찾지 못했습니다. 임시로 적은 이름을 고쳐 주세요: ‘{text}’",
            "the periodical's name was not found; “{text}” stands there";
        Publisher: "펴낸 곳을 찾지 못했습니다. 임시로 적은 이름을 고쳐 주세요: ‘{text}’",
            "the publisher was not found; “{text}” stands there";
        Month: "몇 월호인지 적혀 있지 않습니다. 임시로 적은 연월이 맞나요? {text}",
            "the month of the number is not given; {text} stands there";
        Published: "발행일이 적혀 있지 않습니다. 임시로 적은 날짜를 고쳐 주세요: {text}",
            "the day of publication is not given; {text} stands there";
        PartTitle: "부의 제목이 없습니다. 임시로 적은 제목을 고쳐 주세요: ‘{text}’",
            "the part has no title; “{text}” stands there";
        Untitled: "제목 없는 글입니다. 임시로 적은 제목을 고쳐 주세요: ‘{text}’",
            "this text has no title; “{text}” stands there";
        TitleGuessed: "제목 표시가 없는 줄을 글의 제목으로 보았습니다. 맞나요? ‘{text}’",
            "“{text}” is no heading but was taken for the title of the text below it: is that right?";
        TitleLines: "제목의 다음 줄도 제목과 같은 모양입니다. 제목이 이어지는 것이면 합쳐 주세요: ‘{text}’",
            "the line below the title looks like it: if “{text}” belongs to the title, join them";
        TitleNumber: "제목 앞의 번호를 그대로 두었습니다. 차례를 매긴 것이면 지워 주세요: ‘{number}’, ‘{text}’",
            "the number “{number}” before the title was left as it is: take it out if it only counts: “{text}”";
        Byline: "필자를 적은 줄로 보입니다. 넣을 항목이 레이아웃에 없어 본문 앞에 두었으니 그대로 둘지 정해 주세요: ‘{text}’",
            "“{text}” seems to name the author; the layout has no field for it, so it stands before the text: decide whether it stays";
        TitleDiffers: "차례와 본문의 제목이 다릅니다. 어느 쪽이 맞나요? 차례 ‘{listed}’, 본문 ‘{title}’",
            "the contents list says “{listed}”, the text “{title}”: which is right?";
        TitleMarks: "차례와 본문의 제목이 문장 부호만 다릅니다. 차례 ‘{listed}’, 본문 ‘{title}’",
            "“{listed}” in the contents list and “{title}” in the text differ in their signs";
        ContentsUnmatched: "차례에는 있고 본문에는 없는 글입니다: ‘{text}’",
            "no article belongs to “{text}” of the contents list";
        TitleInside: "차례의 글 ‘{listed}’의 제목이 이 글 안에 있습니다. 여러 편이 이어진 글이면 나누어 주세요: ‘{text}’",
            "“{listed}” of the contents list stands inside “{text}”, which seems to be made of several articles: part it";
        LabelAgain: "핵심 내용의 이름이 한 글에 거듭 나옵니다. 여러 편이 이어진 글이면 나누어 주세요: ‘{text}’",
            "the label of the key points comes again in “{text}”, which seems to be made of several articles: part it";
        FarLonger: "글 하나가 {pages}쪽 분량입니다. 여러 편이 이어진 글이면 나누어 주세요: ‘{text}’",
            "“{text}” would fill some {pages} pages and seems to be made of several articles: part it";
        EventUnmatched: "차례에는 있고 행사 일정에는 없는 행사입니다: ‘{text}’",
            "“{text}” of the contents list is not in the event calendar";
        ContentsTwice: "차례에 두 번 있습니다: ‘{text}’", "“{text}” is in the contents list twice";
        Unlisted: "차례에 없는 글입니다. 지금 있는 절이 맞나요? ‘{text}’",
            "“{text}” is not in the contents list: is it in the right section?";
        HeadingUnlisted: "차례에 없는 제목이라 새 절로 넣었습니다. 맞나요? ‘{text}’",
            "“{text}” is not in the contents list; it stands as a section of its own";
        HeadingLeftOut: "차례에 없는 절 제목이고 그 글들은 차례의 다른 절에 있어 뺐습니다. 맞나요? ‘{text}’",
            "“{text}” is not in the contents list and its articles are in other sections there; it was left out";
        EmptyGroup: "글이 하나도 없는 부나 절이라 뺐습니다: ‘{text}’",
            "“{text}” has no article and was left out";
        EmptyArticle: "본문이 없는 제목이라 뺐습니다: ‘{text}’", "“{text}” has no text and was left out";
        Duplicate: "{first}행의 글과 똑같아 한 번만 넣었습니다: ‘{text}’",
            "“{text}” is the same as the article at line {first} and was taken once";
        SameTitle: "제목이 같은 글이 있어 번호를 붙였습니다: ‘{text}’",
            "another entry has this title; it was numbered: “{text}”";
        HeadingLevel: "제목 단계가 다른 글과 다릅니다. 글의 제목과 소제목을 바르게 나누었는지 봐 주세요: ‘{text}’",
            "the level of the heading “{text}” is unlike that of others: is it what it was taken for?";
        Character: "글꼴에 없는 글자라서 {placeholder} 자리표로 바꾸었습니다: {characters}. 원본에서 어떤 글자인지 봐 주세요",
            "no font has these; {placeholder} stands for them: {characters}: what does the original say?";
        NoteWithoutMark: "본문에 표시가 없는 주석이라 그 자리에 두었습니다. 어느 낱말의 주석인가요? ‘{text}’",
            "no mark in the text belongs to this note, so it stands where it was: which word does it explain? “{text}”";
        NoteNoRoom: "표의 칸이나 제목처럼 주석을 달 수 없는 자리의 주석이라 그 아래에 글로 두었습니다. 그대로 둘지, 표시가 있던 자리에 풀어 쓸지 정해 주세요: ‘{text}’",
            "this note was marked where none can be, as in a table or a title; it stands below as text: leave it there, or work it in where its mark was: “{text}”";
        MarkWithoutNote: "주석이 없는 표시({mark})라 글자로 두었습니다: ‘{text}’",
            "no note belongs to the mark {mark}, which was left as it is: “{text}”";
        NoteEmpty: "내용이 없는 주석이라 표시를 뺐습니다. 주석을 채우려면 `[^이름]`과 함께 적어 주세요: ‘{text}’",
            "a note without words was left out with its mark: write it as `[^name]` if it should say something: “{text}”";
        Picture: "그림은 없고 설명만 있어 설명을 본문에 두었습니다. 그림 파일이 있으면 글의 그림(`image`)으로 넣어 주세요: {text}",
            "the picture is not in the file; its caption stands in the text: add it as the entry's picture (`image`): {text}";
        Image: "그림 파일({file})은 가져오지 않았습니다. 원고 폴더에 넣고 글의 그림(`image`)으로 적어 주세요",
            "the picture's file ({file}) was not imported: put it into the issue's folder and name it as the entry's picture (`image`)";
        PictureAlt: "그림({file})의 설명이 없습니다. 그림을 말로 옮긴 설명(`alt`)을 적어 주세요",
            "the picture {file} has no description (`alt`): say in words what it shows";
        PictureForm: "그림({file})은 실을 수 없는 형식이라 파일만 두었습니다. PNG나 JPEG로 바꾸어 글의 그림(`image`)으로 적어 주세요",
            "the picture {file} is of a kind that cannot be set; its file was kept: turn it into PNG or JPEG and name it as the entry's picture (`image`)";
        Embedded: "다른 프로그램의 개체(차트, 표 등)라 내용을 꺼낼 수 없어 뺐습니다. 원래 프로그램에서 그림이나 표로 바꾸어 넣어 주세요: ‘{text}’",
            "an object of another program, such as a chart or a sheet, was left out: turn it into a picture or a table where it was made, and add that: “{text}”";
        ChartKind: "차트를 세로 막대로 넣었습니다. 종류가 맞는지 보고 설명(`alt`)을 적어 주세요: ‘{text}’",
            "the chart “{text}” was taken as columns: check its kind, and say in words what it shows, in its description (`alt`)";
        ChartWords: "차트의 이름과 값으로 보여 뺐습니다. 차트면 글의 차트(`chart`)로 적고, 글이면 본문에 다시 적어 주세요: ‘{text}’",
            "“{text}” looks like the labels and values of a chart and was left out: write them as the entry's chart (`chart`), or put them back into the text";
        SourceWhole: "출처를 펴낸 곳과 제목으로 나눌 수 없어 본문 끝에 그대로 두었습니다: ‘{text}’",
            "the source cannot be parted into publisher and title; it stands at the end of the text: “{text}”";
        SourceCommas: "출처를 첫 쉼표에서 나누었습니다: 펴낸 곳 ‘{publisher}’, 제목 ‘{title}’. 맞나요?",
            "the source was parted at its first comma: publisher “{publisher}”, title “{title}”: is that right?";
        SourceDate: "출처의 날짜가 달력에 없는 날입니다: ‘{text}’",
            "the date of the source is not in the calendar: “{text}”";
        SourcesMany: "출처가 너무 많아 본문 끝에 두었습니다: ‘{text}’",
            "there are too many sources; this one stands at the end of the text: “{text}”";
        TableWide: "칸을 가르는 선이 많아 열이 {count}개인 표라(표 하나에 {most}열까지) 줄마다 문단으로 옮겼습니다. 필요한 열만 표로 다시 쓰거나, 표를 그림 파일로 만들어 글의 그림(`image`)으로 넣고, 옮긴 문단은 지워 주세요",
            "a table whose cells make {count} columns where one has {most} at most: each row became a paragraph; write it anew with the columns that matter, or make a picture of it and add it as `image`, and take these paragraphs out";
        KeyMany: "핵심 내용이 {most}개보다 많아 나머지를 본문 앞에 두었습니다",
            "there are more than {most} key points; the rest stand at the start of the text";
        TooLong: "글이 길어 한 쪽에 들어가지 않습니다(어림잡아 {lines}줄, 한 쪽에 {most}줄). 줄이거나 여러 글로 나누어 주세요: ‘{text}’",
            "“{text}” is too long for a page (some {lines} lines where about {most} fit): shorten it or part it";
        KeyIsBody: "핵심 내용 뒤에 본문이 따로 없어 본문으로 넣었습니다. 핵심 내용이면 그 칸(`key`)으로 옮겨 주세요: ‘{text}’",
            "no text follows “{text}”, so it was taken for the text: move what are key points to their field (`key`)";
        Period: "행사의 기간을 읽을 수 없어 표로 따로 두었습니다: ‘{text}’",
            "the days of the event cannot be read; it stands in a table of its own: “{text}”";
        Address: "주소를 온전히 적었습니다. 맞나요? ‘{text}’ → {url}",
            "the address “{text}” was written as {url}: is that right?";
        LinkText: "링크의 글과 주소 가운데 하나만 넣을 수 있었습니다: ‘{text}’, {url}",
            "only one of a link's text and address could be kept: “{text}”, {url}";
        Beside: "행사표 옆의 글은 넣을 항목이 없어 뺐습니다: ‘{text}’",
            "the words beside the event table have no field and were left out: “{text}”";
        MastheadLine: "머리말의 글인데 넣을 항목이 없어 뺐습니다: ‘{text}’",
            "“{text}” of the masthead has no field and was left out";
        NoField: "뒤표지의 글인데 레이아웃에 넣을 항목이 없어 뺐습니다: ‘{text}’",
            "the layout has no field for “{text}” of the back cover, so it was left out";
        Required: "레이아웃의 `{kind}`에 꼭 있어야 하는 항목을 가져올 수 없습니다. 글마다 `{text}`를 적어 주세요",
            "the layout requires `{text}` of each `{kind}`, which cannot be imported: fill it in";
        RunningHead: "쪽마다 되풀이되는 머리말로 보여 {count}번 뺐습니다. 맞나요? ‘{text}’",
            "“{text}” looks like a running head and was left out {count} times: is that right?";
        TextAlone: "이름은 {end}로 끝나는데 그 형식이 아니라 텍스트 파일이라서 글만 읽었습니다. 빠진 것이 없는지 보고, 표나 그림이 빠졌으면 보낸 사람에게 다시 받으세요",
            "its name ends in {end}, but the file is plain text and was read as that: see whether all of it is there, and ask for it again if tables or pictures are missing";
        FrontMatter: "파일 앞의 설정은 가져오지 않았습니다. 필요한 것이 있으면 옮겨 적어 주세요",
            "the front matter was not imported: copy what is needed";
        Unclaimed: "넣을 자리를 찾지 못해 뺐습니다: ‘{text}’",
            "no place was found for it and it was left out: “{text}”";
    }
}

words! {
    /// The report's title.
    TITLE: "가져오기 보고서", "Import report";
    /// Its first lines.
    HEAD: "`{name}`({encoding}, {bytes}바이트)의 {all}행 가운데 빈 행을 뺀 {full}행을 읽었습니다.\n\n- 그대로 옮긴 행: {kept}\n- 고쳐 옮긴 행: {changed}\n- 원고에 없는 행: {out}\n- 물음: {questions}\n- 부 {parts}, 절 {sections}, 글 {briefs}, 핵심 내용 {key_points}, 주석 {notes}, 출처 {sources}, 행사 {events}, 판권 {colophon}",
        "`{name}` ({encoding}, {bytes} bytes) has {all} lines, {full} of them not blank.\n\n- carried over as they are: {kept}\n- carried over with changes: {changed}\n- not in the manifest: {out}\n- questions: {questions}\n- parts {parts}, sections {sections}, articles {briefs}, key points {key_points}, notes {notes}, sources {sources}, events {events}, colophon {colophon}";
    /// There is a back cover.
    PRESENT: "있음", "yes";
    /// There is none.
    ABSENT: "없음", "no";
    /// The head of the questions.
    QUESTIONS: "물음", "Questions";
    /// How many are not listed.
    MORE: "- 이 밖에 {more}개가 더 있습니다.", "- and {more} more.";
    /// A line of the file.
    LINE: "원본 {line}행", "line {line} of the file";
    /// The head of the lines that are left out.
    LEFT_OUT: "원고에 없는 행", "Lines that are not in the manifest";
    /// The head of their table.
    LEFT_OUT_HEAD: "| 행 | 까닭 | 같은 내용 | 글 |", "| line | why | says the same | text |";
    /// The head of what was filled in.
    SUPPLIED: "원본에 없어 채운 것", "Supplied, not in the file";
    /// The head of the changes.
    CHANGES: "고친 것", "Changes";
    /// Which changes stand there.
    CHANGES_INTRO: "제목 표시(`#`), 글머리 기호, `\\`만 바뀐 행은 아래 표에만 있습니다.\n",
        "Lines that only lost marks of headings and lists or backslashes are in the table below.\n";
    /// The head of their table.
    CHANGES_HEAD: "| 행 | 자리 | 고친 것 |", "| line | place | changes |";
    /// The head of the places.
    PLACES: "행마다 옮긴 자리", "Where each line went";
    /// The head of their table.
    PLACES_HEAD: "| 행 | 항목 | issue.toml |", "| lines | field | issue.toml |";
    /// In the place of a field.
    NOWHERE: "(원고에 없음)", "(not in the manifest)";
}

/// A file of so many bytes is too large, where `most` are read.
pub fn too_large(size: usize, most: usize) -> Diagnostic {
    Diagnostic::general(TOO_LARGE).arg("size", mebibytes(size)).arg("most", mebibytes(most))
}

/// A size in MB, as messages have it.
pub fn mebibytes(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / f64::from(1 << 20))
}
