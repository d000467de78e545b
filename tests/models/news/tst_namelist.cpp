// SPDX-License-Identifier: GPL-3.0-or-later
#include <news/NameList.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tickmark;
using namespace tickmark::news;
using namespace Qt::StringLiterals;

namespace {

QByteArray listOf(const QByteArray &entries)
{
    return R"({"schema": 1, "group": "test", "coverage": "2025-01-31", "entries": [)" + entries + "]}";
}

const QByteArray kNvidia = R"({"symbol": "NVDA", "kind": "stock", "mic": "XNAS", "currency": "USD",
    "names": {"de": {"name": "Nvidia", "short": "Nvidia"}, "en": {"name": "Nvidia", "short": "Nvidia"}},
    "aliases": {"de": ["Nvidia Corp."]}})";

QByteArray changed(QByteArray from, const QByteArray &to)
{
    QByteArray entry = kNvidia;
    if (!entry.contains(from))
        qFatal("the row changes nothing");
    return listOf(entry.replace(from, to));
}

} // namespace

//! The list of names that ships with the program, and what a mistake in one of its files says.
class NameListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInListIsWhole();
    void groupsHoldAllMembers_data();
    void groupsHoldAllMembers();
    void theSamplesInstrumentsAreInIt();
    void anEntryIsRead();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void listsThatContradictAreRefused();
};

void NameListTest::theBuiltInListIsWhole()
{
    const auto list = NameList::loadBuiltIn();
    QVERIFY2(list, list ? "" : qPrintable(list.error().detail));
    QVERIFY(list->entries().size() > 500);
    QCOMPARE(list->words().size(), size_t(2));
    for (const auto &[language, words] : list->words()) {
        QVERIFY2(words.own.size() > 5 && words.moves.size() > 50 && words.definite.size() > 0, qPrintable(language));
    }
    QCOMPARE(list->find(u"NVDA"_s)->instrument.displayName(u"de"_s), u"Nvidia"_s);
    QVERIFY(!list->find(u"nvda"_s));
}

void NameListTest::groupsHoldAllMembers_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<qsizetype>("members");
    QTest::newRow("DAX") << u"dax"_s << qsizetype(40);
    QTest::newRow("MDAX, the largest") << u"mdax"_s << qsizetype(40);
    QTest::newRow("Euro Stoxx 50") << u"eurostoxx50"_s << qsizetype(50);
    QTest::newRow("Dow Jones") << u"dow30"_s << qsizetype(30);
    QTest::newRow("Nasdaq 100") << u"nasdaq100"_s << qsizetype(100);
}

void NameListTest::groupsHoldAllMembers()
{
    QFETCH(QString, code);
    QFETCH(qsizetype, members);
    const auto list = NameList::loadBuiltIn();
    QVERIFY(list);
    const auto group = std::ranges::find(list->groups(), code, &NameGroup::code);
    QVERIFY(group != list->groups().end());
    QCOMPARE(group->symbols.size(), members);
    QCOMPARE(QSet<QString>(group->symbols.begin(), group->symbols.end()).size(), members);
    QVERIFY(group->coverage.isValid());
}

void NameListTest::theSamplesInstrumentsAreInIt()
{
    const auto list = NameList::loadBuiltIn();
    QVERIFY(list);
    QFile file(u":/sample/instruments.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray sample = QJsonDocument::fromJson(file.readAll()).object().value("instruments"_L1).toArray();
    QVERIFY(sample.size() > 20);
    for (const QJsonValue &value : sample) {
        const QString symbol = value["symbol"_L1].toString();
        const NameEntry *entry = list->find(symbol);
        QVERIFY2(entry, qPrintable(symbol));
        QCOMPARE(core::kindCode(entry->instrument.kind), value["kind"_L1].toString());
        QCOMPARE(entry->instrument.mic, value["mic"_L1].toString());
        QCOMPARE(entry->instrument.currency, value["currency"_L1].toString());
    }
}

void NameListTest::anEntryIsRead()
{
    const auto list = NameList::parse(changed(R"("aliases")", R"("never": {"en": ["Nvidia Shield"]},
        "context": {"de": ["Nvidia"]}, "aliases")"),
                                      u"test.json"_s);
    QVERIFY2(list, list ? "" : qPrintable(list.error().detail));
    const NameEntry *entry = list->find(u"NVDA"_s);
    QVERIFY(entry);
    QCOMPARE(entry->instrument.id, 0);
    QCOMPARE(entry->instrument.kind, core::InstrumentKind::Stock);
    QCOMPARE(entry->instrument.names.size(), size_t(2));
    QCOMPARE(entry->instrument.names.front().aliases, QStringList{u"Nvidia Corp."_s});
    QCOMPARE(entry->cautions.front().inContext, QStringList{u"Nvidia"_s});
    QCOMPARE(entry->cautions.back().never, QStringList{u"Nvidia Shield"_s});
    QCOMPARE(list->groups().front().symbols, QStringList{u"NVDA"_s});
}

void NameListTest::faultsAreNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("fault"); // part of the detail
    const auto row = [](const char *name, const QByteArray &bytes, const char *fault) {
        QTest::newRow(name) << bytes << QString::fromUtf8(fault);
    };
    row("nothing", {}, "illegal value");
    row("cut off", listOf(kNvidia).chopped(3), "unterminated");
    row("another schema", R"({"schema": 2})", "schema");
    row("a list at the root", "[]", "schema");
    row("no date", R"({"schema": 1, "group": "x", "coverage": "soon"})", "coverage");
    row("unknown key at the root", R"({"schema": 1, "entires": []})", "entires");
    row("unknown key in an entry", changed("aliases", "alias"), "NVDA: unknown key “alias”");
    row("no symbol", changed(R"("NVDA")", "5"), "no symbol");
    row("symbol with a blank", changed(R"("NVDA")", R"("NV DA")"), "no symbol");
    row("unknown kind", changed("stock", "share"), "NVDA: kind");
    row("no currency", changed("USD", "usd"), "NVDA: kind, mic or currency");
    row("no English name", changed(R"("en")", R"("de2")"), "NVDA: names in an unknown language");
    row("an empty name", changed(R"("short": "Nvidia"})", R"("short": ""})"), "is no name");
    row("aliases that are no list", changed(R"(["Nvidia Corp."])", R"("Nvidia Corp.")"), "a list is expected");
    row("an alias that is no text", changed(R"(["Nvidia Corp."])", "[7]"), "empty, no text");
    row("an alias listed twice", changed(R"("Nvidia Corp.")", R"("A b", "A b")"), "listed twice");
    row("a caution about no name", changed(R"("aliases")", R"("context": {"de": ["Nvida"]}, "aliases")"), "Nvida");
    row("a name that never counts", changed(R"("aliases")", R"("never": {"de": ["Nvidia"]}, "aliases")"), "never");
    row("an entry twice", listOf(kNvidia + "," + kNvidia), "NVDA is listed twice");
    row("a name of two", listOf(kNvidia + "," + QByteArray(kNvidia).replace("NVDA", "NVD.F")),
        "“Nvidia” (de) is with NVDA");
    row("words in a third language", R"({"schema": 1, "words": {"fr": {}}})", "fr");
    row("unknown list of words", R"({"schema": 1, "words": {"de": {"verbs": []}}})", "verbs");
}

void NameListTest::faultsAreNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, fault);
    const auto list = NameList::parse(bytes, u"broken.json"_s);
    QVERIFY(!list);
    QCOMPARE(list.error().code, core::ErrorCode::InvalidInput);
    QVERIFY2(list.error().message.contains(u"broken.json"_s), qPrintable(list.error().message));
    QVERIFY2(list.error().detail.contains(fault), qPrintable(list.error().detail));
}

void NameListTest::listsThatContradictAreRefused()
{
    auto list = NameList::parse(listOf(kNvidia), u"one.json"_s);
    QVERIFY(list);
    const auto same = list->add(*NameList::parse(listOf(kNvidia), u"two.json"_s));
    QVERIFY(!same);
    QVERIFY(same.error().detail.contains(u"NVDA"_s));
    QCOMPARE(list->entries().size(), size_t(1));
}

QTEST_GUILESS_MAIN(NameListTest)
#include "tst_namelist.moc"
