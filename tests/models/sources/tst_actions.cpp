// SPDX-License-Identifier: GPL-3.0-or-later
#include <sources/ActionReader.h>
#include <sources/ListHeader.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::sources;

namespace {

core::Result<ActionFile> read(const QByteArray &bytes, const QString &symbol = {})
{
    auto source = openBytes(bytes, QStringLiteral("splits.csv"));
    return source ? readActions(**source, symbol) : tl::unexpected(source.error());
}

//! "NVDA 2024-06-10 10:1" or "NVDA 2024-06-11 0.01 USD".
QString textOf(const ListedAction &action)
{
    const QString start = action.symbol + u' ' + QString::fromStdString(action.split.exDate.iso()) + u' ';
    if (action.kind == ListedAction::Kind::Split)
        return start + QStringLiteral("%1:%2").arg(action.split.newShares).arg(action.split.oldShares);
    return start + QString::fromStdString(core::toPlainText(action.amount)) + u' ' + action.currency;
}

} // namespace

//! Lists of splits and dividends. A ratio read the wrong way round makes prices wrong a hundredfold.
class ActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKnownByTheirHeader_data();
    void areKnownByTheirHeader();
    void readsRows_data();
    void readsRows();
    void readsRatios_data();
    void readsRatios();
    void aSymbolThatIsNamedStandsForTheColumn();
    void rejectsBadRows();
    void rejectsASecondSplitOfADay();
    void refuses_data();
    void refuses();
};

void ActionsTest::areKnownByTheirHeader_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("isNamed");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const QByteArray &header, bool isNamed, const char *kind) {
        QTest::newRow(name) << header << isNamed << QString::fromLatin1(kind);
    };
    row("splits", "symbol,date,kind,ratio\nNVDA,2024-06-10,split,10:1\n", false, "actions");
    row("German", "K\xc3\xbcrzel;Datum;Art;Verh\xc3\xa4ltnis;Betrag\n", false, "actions");
    row("German in latin-1", "Symbol;Datum;Art;Verh\xe4ltnis\nNVDA;10.06.2024;Split;10:1\n", false, "actions");
    row("capitals", "SYMBOL;DATUM;ART;VERH\xc3\x84LTNIS\n", false, "actions");
    row("dividends only", "Symbol,Date,Type,Dividend\r\nAAPL,2024-05-10,Dividend,0.25\r\n", false, "actions");
    row("one instrument, named", "Datum;Art;Verh\xc3\xa4ltnis;Betrag\n", true, "actions");
    row("one instrument, not named", "Datum;Art;Verh\xc3\xa4ltnis;Betrag\n", false, "");
    row("no kind", "symbol,date,ratio\n", false, "");
    row("shares", "symbol,date,shares\nNVDA,2024-06-10,24600000000\n", false, "shares");
    row("bars with a duration", "Date,Open,High,Low,Close,Volume,Duration\n", true, "");
    row("bars with a ratio", "symbol,date,open,high,low,close,kind,P/E ratio\n", false, "");
    row("trades", "symbol,date,type,price,amount\n", false, "");
    row("nothing", "", false, "");
}

//! A file of quotes that is taken for splits cannot be imported at all.
void ActionsTest::areKnownByTheirHeader()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, isNamed);
    const auto kind = listKindOf(std::string_view(header.constData(), std::size_t(header.size())), isNamed);
    const QString word = !kind                        ? QString()
                         : *kind == ListKind::Actions ? QStringLiteral("actions")
                                                      : QStringLiteral("shares");
    QTEST(word, "kind");
}

void ActionsTest::readsRows_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("actions");
    QTest::newRow("English") << QByteArray(
        "symbol,ex_date,kind,ratio,amount,currency\nNVDA,2024-06-10,split,10:1,,\nNVDA,2024-06-11,dividend,,0.01,usd\n")
                             << QStringLiteral("NVDA 2024-06-10 10:1, NVDA 2024-06-11 0.01 USD");
    QTest::newRow("German") << QByteArray("Symbol;Datum;Art;Verhältnis;Betrag;Währung\r\n"
                                          "NVDA;10.06.2024;Split;10:1;;\r\nSAP.DE;16.05.2024;Dividende;;2,20;EUR\r\n")
                            << QStringLiteral("NVDA 2024-06-10 10:1, SAP.DE 2024-05-16 2.20 EUR");
    QTest::newRow("only dividends") << QByteArray("date,symbol,type,dividend\n2024-05-10,AAPL,Dividend,0.25\n")
                                    << QStringLiteral("AAPL 2024-05-10 0.25 ");
    QTest::newRow("a large dividend with groups")
        << QByteArray("symbol,date,kind,amount,currency\n005930.KS,2024-03-28,dividend,\"1,416.50\",KRW\n")
        << QStringLiteral("005930.KS 2024-03-28 1416.50 KRW");
}

void ActionsTest::readsRows()
{
    QFETCH(QByteArray, bytes);
    const auto file = read(bytes);
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QStringList actions;
    for (const ListedAction &action : file->actions)
        actions.append(textOf(action));
    QTEST(actions.join(QStringLiteral(", ")), "actions");
    QCOMPARE(file->rejects.count(), qint64(0));
    QCOMPARE(file->sha256.size(), 32);
}

void ActionsTest::readsRatios_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("ratio");
    QTest::addColumn<QString>("result"); // or the code of the reject
    const auto row = [](const char *name, const char *header, const char *kind, const char *ratio, const char *result) {
        QTest::newRow(name) << QByteArray(header) << QByteArray(kind) << QByteArray(ratio)
                            << QString::fromLatin1(result);
    };
    row("colon", "ratio", "split", "10:1", "10:1");
    row("slash", "ratio", "split", "10/1", "10:1");
    row("one number", "ratio", "split", "10", "10:1");
    row("blanks", "ratio", "Stock Split", " 3 : 2 ", "3:2");
    row("lowest terms", "ratio", "split", "20:10", "2:1");
    row("decimals", "ratio", "split", "1.5", "3:2");
    row("a decimal comma", "ratio", "split", "\"1,5\"", "3:2");
    row("reverse", "ratio", "split", "1:8", "1:8");
    row("reverse by its kind", "ratio", "reverse split", "8:1", "1:8");
    row("reverse by both", "ratio", "reverse_split", "1:8", "1:8");
    row("reverse as a number", "ratio", "split", "0.125", "1:8");
    row("German, new to old", "Verhältnis", "Aktiensplit", "10:1", "10:1");
    row("German, could be either", "Verhältnis", "Aktiensplit", "1:10", "ambiguous_ratio");
    row("German merger of shares", "Verhältnis", "Zusammenlegung", "10:1", "1:10");
    row("no split at all", "ratio", "split", "1:1", "bad_ratio");
    row("zero", "ratio", "split", "0:1", "bad_ratio");
    row("negative", "ratio", "split", "-2:1", "bad_ratio");
    row("words", "ratio", "split", "ten", "bad_ratio");
    row("missing", "ratio", "split", "", "bad_ratio");
    row("too large", "ratio", "split", "99999999999999999999:1", "bad_ratio");
}

void ActionsTest::readsRatios()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, ratio);
    const auto file = read("symbol,date,kind," + header + "\nKEPT,2020-01-02,split,2:1\nNVDA,2024-06-10," + kind + ','
                           + ratio + '\n');
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    const QString result = file->rejects.count() > 0 ? rejectCode(file->rejects.kept().front().reason)
                                                     : textOf(file->actions.back()).mid(qstrlen("NVDA 2024-06-10 "));
    QTEST(result, "result");
}

void ActionsTest::rejectsBadRows()
{
    const auto file = read("symbol,date,kind,ratio,amount,currency\nNVDA,2024-06-10,split,10:1,,\n"
                           "NVDA,2024-13-10,split,10:1,,\n,2024-06-10,split,10:1,,\nNVDA,2024-06-10,merger,10:1,,\n"
                           "NVDA,2024-06-10\nNVDA,2024-06-11,dividend,,,USD\nNVDA,2024-06-11,dividend,,\"1,416\",USD\n"
                           "NVDA,2024-06-11,dividend,,0.01,$\nNVDA,2024-06-11,dividend,,-1,USD\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->actions.size(), size_t(1));
    QStringList codes;
    for (const Reject &reject : file->rejects.kept())
        codes << QString::number(reject.line) + QLatin1Char(' ') + rejectCode(reject.reason);
    QCOMPARE(codes.join(QStringLiteral(", ")),
             QStringLiteral("3 bad_date, 4 missing_symbol, 5 bad_kind, 6 field_count, 7 bad_amount, 8 bad_amount, "
                            "9 bad_currency, 10 bad_amount"));
}

void ActionsTest::aSymbolThatIsNamedStandsForTheColumn()
{
    const auto nameless = read("Datum;Art;Verhältnis;Betrag\n10.06.2024;Split;10:1;\n11.06.2024;Dividende;;0,01\n",
                               QStringLiteral("NVDA"));
    QVERIFY2(nameless.has_value(), nameless ? "" : qPrintable(nameless.error().message));
    QCOMPARE(nameless->actions.size(), size_t(2));
    QCOMPARE(textOf(nameless->actions[0]), QStringLiteral("NVDA 2024-06-10 10:1"));
    const QByteArray ofTwo("symbol,date,kind,ratio\nAMD,2024-06-10,split,2:1\nNVDA,2024-06-10,split,10:1\n");
    const auto one = read(ofTwo, QStringLiteral("NVDA"));
    QVERIFY(one.has_value());
    QCOMPARE(one->actions.size(), size_t(1));
    QCOMPARE(one->actions[0].split.newShares, 10);
    const auto none = read(ofTwo, QStringLiteral("SAP.DE"));
    QVERIFY(!none.has_value());
    QVERIFY(none.error().message.contains(QStringLiteral("SAP.DE")));
}

//! The store has one of each day: which of the two it is must not depend on their order.
void ActionsTest::rejectsASecondSplitOfADay()
{
    const auto file = read("symbol,date,kind,ratio,amount\nNVDA,2024-06-10,split,10:1,\nNVDA,2024-06-10,split,2:1,\n"
                           "nvda,2024-06-10,split,10:1,\nNVDA,2024-06-10,dividend,,0.01\nAMD,2024-06-10,split,2:1,\n");
    QVERIFY(file.has_value());
    QCOMPARE(file->actions.size(), size_t(4));
    QCOMPARE(file->actions[0].split.newShares, 10);
    QVERIFY(!file->actions[0].isRepeated);
    QVERIFY(file->actions[1].isRepeated); // another spelling of the same
    QVERIFY(!file->actions[2].isRepeated);
    QCOMPARE(file->rejects.count(), 1);
    QCOMPARE(file->rejects.kept().front().line, 3);
    QCOMPARE(rejectCode(file->rejects.kept().front().reason), QStringLiteral("second_action"));
}

void ActionsTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("is not a table");
    QTest::newRow("no kind") << QByteArray("symbol,date,ratio\nNVDA,2024-06-10,10:1\n")
                             << QStringLiteral("no column \"kind\"");
    QTest::newRow("only a header") << QByteArray("symbol,date,kind,ratio\n") << QStringLiteral("No row of splits.csv");
    QTest::newRow("too large") << QByteArray(17 * 1024 * 1024, 'x') << QStringLiteral("too large");
}

void ActionsTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto file = read(bytes);
    QVERIFY(!file.has_value());
    QVERIFY2(file.error().message.contains(words), qPrintable(file.error().message));
}

QTEST_GUILESS_MAIN(ActionsTest)
#include "tst_actions.moc"
