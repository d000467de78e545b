// SPDX-License-Identifier: GPL-3.0-or-later
#include <sources/CsvScanner.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::sources;

//! Records and fields as they stand in the bytes, whatever the buffer borders.
class CsvScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
    void decodes_data();
    void decodes();
    void passesOverAGiantLine();
    void aStrayQuoteCostsItsOwnLine();
    void aStrayQuoteThatIsClosedFurtherDown_data();
    void aStrayQuoteThatIsClosedFurtherDown();
    void keepsLinesApartAtBufferBorders();
    void boundsTheFieldsOfARow();
};

namespace {

//! "line: field|field; line: ..." or the fault's code.
QString scanAll(const QByteArray &bytes, TextEncoding encoding = TextEncoding::Utf8, char quote = '"',
                size_t expectedFields = 0)
{
    auto source = openBytes(bytes, QStringLiteral("test"));
    if (!source)
        return source.error().message;
    TextDecoder decoder(**source, encoding);
    CsvScanner scanner(decoder, ',', quote);
    scanner.expectFields(expectedFields);
    CsvRecord record;
    QStringList rows;
    while (scanner.next(record).value_or(false)) {
        QStringList fields;
        for (const std::string_view field : record.fields)
            fields << QString::fromUtf8(field.data(), qsizetype(field.size()));
        const QString content = record.fault ? rejectCode(*record.fault) : fields.join(QLatin1Char('|'));
        rows << QStringLiteral("%1: %2").arg(record.line).arg(content);
    }
    return rows.join(QStringLiteral("; "));
}

} // namespace

void CsvScannerTest::splits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, QByteArray bytes, const char *expected) {
        QTest::newRow(name) << bytes << QString::fromUtf8(expected);
    };
    row("LF", "a,b\nc,d\n", "1: a|b; 2: c|d");
    row("CR LF", "a,b\r\nc,d\r\n", "1: a|b; 2: c|d");
    row("CR", "a,b\rc,d\r", "1: a|b; 2: c|d");
    row("no line end at the end", "a,b\nc,d", "1: a|b; 2: c|d");
    row("separator at the end", "a,", "1: a|");
    row("empty fields", ",,\n", "1: ||");
    row("blank lines are passed over", "\n\na,b\n  \n\nc,d\n", "3: a|b; 6: c|d");
    row("quoted separator", "\"a,b\",c\n", "1: a,b|c");
    row("quoted line end", "\"a\nb\",c\nd,e\n", "1: a\nb|c; 3: d|e");
    row("quoted CR LF counts once", "\"a\r\nb\",c\r\nd,e\r\n", "1: a\r\nb|c; 3: d|e");
    row("doubled quotes", "\"say \"\"hi\"\"\",x\n", "1: say \"hi\"|x");
    row("only doubled quotes", "\"\"\"\",x\n", "1: \"|x");
    row("empty quotes", "\"\",x\n", "1: |x");
    row("blanks around quotes", " \"a,b\" ,c\n", "1: a,b|c");
    row("quote inside a plain field", "5\" disk,b\n", "1: 5\" disk|b");
    row("text behind the closing quote", "\"a\"b,c\n", "1: \"a\"b|c");
    row("quote open at the end", "a,b\n\"c,d\ne,f\n", "1: a|b; 2: open_quote; 3: e|f");
    row("NUL", QByteArray("a,b\nc\0c,d\ne,f\n", 14), "1: a|b; 2: binary_data; 3: e|f");
    row("nothing", "", "");
}

void CsvScannerTest::splits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(scanAll(bytes), expected);
}

void CsvScannerTest::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding");
    const auto row = [](const char *name, QByteArray bytes, TextEncoding encoding) {
        QTest::newRow(name) << bytes << int(encoding);
    };
    row("UTF-8", "K\xC3\xBCrzel,\xE2\x82\xAC\n", TextEncoding::Utf8);
    row("UTF-8 with mark", "\xEF\xBB\xBFK\xC3\xBCrzel,\xE2\x82\xAC\n", TextEncoding::Utf8);
    row("windows-1252", "K\xFCrzel,\x80\n", TextEncoding::Windows1252);
    const QString text = QStringLiteral("K\u00FCrzel,\u20AC\n");
    QByteArray little;
    QByteArray big;
    for (const QChar c : text) {
        little.append(char(c.unicode() & 0xFF)).append(char(c.unicode() >> 8));
        big.append(char(c.unicode() >> 8)).append(char(c.unicode() & 0xFF));
    }
    row("UTF-16 little endian", little, TextEncoding::Utf16Le);
    row("UTF-16 big endian", big, TextEncoding::Utf16Be);
    row("UTF-16 with mark", QByteArray("\xFF\xFE") + little, TextEncoding::Utf16Le);
    row("UTF-16 cut in a character", little + "x", TextEncoding::Utf16Le);
}

void CsvScannerTest::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, encoding);
    QVERIFY(scanAll(bytes, TextEncoding(encoding)).startsWith(QStringLiteral("1: K\u00FCrzel|\u20AC")));
    QCOMPARE(int(guessEncoding({bytes.constData(), size_t(bytes.size())}, false).encoding), encoding);
}

void CsvScannerTest::passesOverAGiantLine()
{
    const QByteArray giant(3 * 1024 * 1024, 'x');
    QCOMPARE(scanAll("a,b\n" + giant + "\r\nc,d\n"), QStringLiteral("1: a|b; 2: line_too_long; 3: c|d"));
    QCOMPARE(scanAll("a,b\n" + giant), QStringLiteral("1: a|b; 2: line_too_long"));
}

void CsvScannerTest::aStrayQuoteCostsItsOwnLine()
{
    QByteArray bytes = "a,\"b\n";
    QString expected = QStringLiteral("1: open_quote");
    for (int i = 2; i < 400'000; ++i)
        bytes += "c,d\n";
    const QString scanned = scanAll(bytes);
    QVERIFY(scanned.startsWith(QStringLiteral("1: open_quote; 2: c|d; 3: c|d;")));
    QVERIFY(scanned.endsWith(QStringLiteral("; 399999: c|d")));
}

void CsvScannerTest::aStrayQuoteThatIsClosedFurtherDown_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *bytes, const char *expected) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromLatin1(expected);
    };
    row("at the end of a field", "a,b\nc,\"d\ne,f\ng\",h\ni,j\n", "1: a|b; 2: open_quote; 3: e|f; 4: g\"|h; 5: i|j");
    row("by another stray one", "\"a,b\nc,d\ne,\"f\ng,h\n", "1: open_quote; 2: c|d; 3: open_quote; 4: g|h");
    row("text behind it, right width", "a,\"b\nc,d\ne,\"f\ng,h\n", "1: open_quote; 2: c|d; 3: open_quote; 4: g|h");
    row("CR LF", "a,\"b\r\nc,d\r\ne\",f\r\n", "1: open_quote; 2: c|d; 3: e\"|f");
    row("right width, of two rows", "a,\"b\nc,d\"\ne,f\n", "1: open_quote; 2: c|d\"; 3: e|f");
    row("right width stays", "a,\"b\nc\"\nd,e\n", "1: a|b\nc; 3: d|e");
    row("one line of wrong width stays", "a,\"b\",c\nd,e\n", "1: a|b|c; 2: d|e");
}

void CsvScannerTest::aStrayQuoteThatIsClosedFurtherDown()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(scanAll(bytes, TextEncoding::Utf8, '"', 2), expected);
}

void CsvScannerTest::keepsLinesApartAtBufferBorders()
{
    // Lines of every length around the size in which the scanner reads, so that each byte is once the last of a buffer.
    QByteArray bytes;
    int lines = 0;
    while (bytes.size() < 2'000'000) {
        bytes += QByteArray(lines % 37, 'x') + ",\"q\"\"q\"\r\n";
        ++lines;
    }
    auto source = openBytes(bytes, QStringLiteral("test"));
    QVERIFY(source.has_value());
    TextDecoder decoder(**source, TextEncoding::Utf8);
    CsvScanner scanner(decoder, ',', '"');
    CsvRecord record;
    int seen = 0;
    while (scanner.next(record).value_or(false)) {
        QCOMPARE(record.line, seen + 1);
        QCOMPARE(record.fields.size(), size_t(2));
        QCOMPARE(record.fields[0].size(), size_t(seen % 37));
        QVERIFY(record.fields[1] == "q\"q");
        ++seen;
    }
    QCOMPARE(seen, lines);
}

void CsvScannerTest::boundsTheFieldsOfARow()
{
    auto source = openBytes(QByteArray(900'000, ','), QStringLiteral("test"));
    TextDecoder decoder(**source, TextEncoding::Utf8);
    CsvScanner scanner(decoder, ',', '"');
    CsvRecord record;
    QVERIFY(scanner.next(record).value());
    QVERIFY(record.fields.size() <= size_t(CsvProfile::kMaxColumns) + 1);
}

QTEST_GUILESS_MAIN(CsvScannerTest)
#include "tst_csvscanner.moc"
