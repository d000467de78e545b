// SPDX-License-Identifier: GPL-3.0-or-later
#include <dialogs/SourceAdvice.h>
#include <dialogs/SourceDraft.h>
#include <sources/http/HttpFault.h>
#include <sources/providers/ProviderFault.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::dialogs;
using namespace Qt::Literals::StringLiterals;
using store::SourceSetup;
using When = store::FetchSchedule::When;

namespace {

sources::ProviderInfo provider(const QString &code)
{
    return *sources::providerInfo(code);
}

core::Instrument instrument(const QString &symbol, core::InstrumentKind kind)
{
    core::Instrument made;
    made.id = 1;
    made.symbol = symbol;
    made.kind = kind;
    return made;
}

const QList<core::Instrument> kInstruments{instrument(u"NVDA"_s, core::InstrumentKind::Stock),
                                           instrument(u"EURUSD"_s, core::InstrumentKind::Fx)};

SourceSetup everything()
{
    SourceSetup setup;
    setup.sourceId = 4;
    setup.uuid = u"u"_s;
    setup.name = u"Charts"_s;
    setup.provider = u"yahoo"_s;
    setup.isEnabled = false;
    setup.priority = 7;
    setup.address = u"https://mirror.example/y"_s;
    setup.symbols = QStringList{u"NVDA"_s};
    setup.spellings.insert(u"NVDA"_s, u"NVD.F"_s);
    setup.intervals = {core::Series::kDaily, 15 * core::kNsPerMinute};
    setup.since = core::SessionDate::fromCivil(2020, 1, 2);
    setup.schedule = {When::SessionHours, 45};
    return setup;
}

} // namespace

//! What a form says becomes the set-up that is stored, and back.
class TestSourceDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSetupComesBackAsItWas();
    void savesOnlyWhatTheProviderHasUseFor_data();
    void savesOnlyWhatTheProviderHasUseFor();
    void proposesWhatMostWillWant();
    void anotherProviderLeavesWhatTheUserSaid();
    void namesAreFree_data();
    void namesAreFree();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void everyFaultHasAnAdvice();
};

void TestSourceDraft::aSetupComesBackAsItWas()
{
    QCOMPARE(setupOf(draftOf(everything()), provider(u"yahoo"_s)), everything());
    SourceSetup feed;
    feed.name = u"Wire"_s;
    feed.provider = u"feed"_s;
    feed.address = u"http://news.example/rss?a=b"_s;
    feed.plainHttpAllowed = true;
    feed.language = u"de"_s;
    feed.schedule = {When::Always, 30};
    QCOMPARE(setupOf(draftOf(feed), provider(u"feed"_s)), feed);
}

void TestSourceDraft::savesOnlyWhatTheProviderHasUseFor_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("symbols");
    QTest::addColumn<bool>("since");
    QTest::addColumn<bool>("language");
    QTest::addColumn<bool>("profile");
    QTest::newRow("bars") << u"yahoo"_s << true << true << false << false;
    QTest::newRow("a feed") << u"feed"_s << false << false << true << false;
    QTest::newRow("a table") << u"csv"_s << true << false << false << true;
}

void TestSourceDraft::savesOnlyWhatTheProviderHasUseFor()
{
    QFETCH(QString, code);
    SourceDraft draft = draftOf(everything());
    draft.setup.provider = code;
    draft.setup.language = u"en"_s;
    draft.setup.profile = u"{}"_s;
    draft.setup.splitsAdjusted = true;
    draft.setup.name = u"  My   charts "_s;
    draft.setup.plainHttpAllowed = true; // of an address that is encrypted
    const SourceSetup setup = setupOf(draft, provider(code));
    QTEST(!setup.symbols.isEmpty(), "symbols");
    QTEST(setup.since.has_value(), "since");
    QTEST(!setup.language.isEmpty(), "language");
    QTEST(!setup.profile.isEmpty(), "profile");
    QTEST(setup.splitsAdjusted, "profile"); // of a table too
    QCOMPARE(setup.name, u"My charts"_s);
    QVERIFY(!setup.plainHttpAllowed);
    draft.onlyChosen = false;
    QVERIFY(setupOf(draft, provider(code)).symbols.isEmpty());
}

void TestSourceDraft::proposesWhatMostWillWant()
{
    const SourceDraft bars = draftFor(provider(u"yahoo"_s), {u"yahoo"_s});
    QCOMPARE(bars.setup.name, u"Yahoo 2"_s);
    QCOMPARE(bars.setup.schedule.when, When::AfterClose);
    QCOMPARE(bars.setup.intervals, std::vector<qint64>{core::Series::kDaily});
    QVERIFY(!bars.onlyChosen);
    QCOMPARE(draftFor(provider(u"feed"_s), {}).setup.schedule, (store::FetchSchedule{When::Always, 30}));
}

void TestSourceDraft::anotherProviderLeavesWhatTheUserSaid()
{
    SourceDraft draft = draftFor(provider(u"feed"_s), {});
    draft.setup.address = u"https://news.example/rss"_s;
    draft.setup.priority = 3;
    changeProvider(draft, provider(u"stooq"_s), {});
    QCOMPARE(draft.setup.name, u"Stooq"_s);
    QCOMPARE(draft.setup.schedule.when, When::AfterClose);
    QVERIFY(draft.setup.address.isEmpty()); // a feed is no mirror of Stooq
    QCOMPARE(draft.setup.priority, 3);
    draft.nameIsTyped = true;
    draft.setup.name = u"Mine"_s;
    draft.scheduleIsOwn = true;
    changeProvider(draft, provider(u"feed"_s), {});
    QCOMPARE(draft.setup.name, u"Mine"_s);
    QCOMPARE(draft.setup.schedule.when, When::AfterClose);
}

void TestSourceDraft::namesAreFree_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("name");
    QTest::newRow("provider") << u"ecb"_s << QString() << u"ECB"_s;
    QTest::newRow("taken") << u"yahoo"_s << QString() << u"Yahoo 3"_s;
    QTest::newRow("host") << u"feed"_s << u"https://www.boerse.example/rss.xml"_s << u"boerse.example"_s;
    QTest::newRow("taken host") << u"feed"_s << u"https://wire.example/a"_s << u"wire.example 2"_s;
    QTest::newRow("nothing yet") << u"feed"_s << QString() << QString();
    QTest::newRow("half an address") << u"feed"_s << u"https:/"_s << QString();
}

void TestSourceDraft::namesAreFree()
{
    QFETCH(QString, code);
    QFETCH(QString, address);
    QTEST(proposedName(provider(code), address, {u"YAHOO"_s, u"Yahoo 2"_s, u"wire.example"_s}), "name");
}

void TestSourceDraft::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<std::function<void(SourceDraft &)>>("edit");
    QTest::addColumn<QList<int>>("fields");
    using Edit = std::function<void(SourceDraft &)>;
    const auto row = [](const char *name, const char *code, const Edit &edit, const QList<SourceField> &fields) {
        QList<int> numbers;
        for (const SourceField field : fields)
            numbers += int(field);
        QTest::newRow(name) << QString::fromLatin1(code) << edit << numbers;
    };
    const auto address = [](const char *text) {
        return [text](SourceDraft &draft) { draft.setup.address = QString::fromLatin1(text); };
    };
    row("nothing", "yahoo", [](SourceDraft &) {}, {});
    row("no name", "yahoo", [](SourceDraft &draft) { draft.setup.name = u"  "_s; }, {SourceField::Name});
    row("a name of another", "yahoo", [](SourceDraft &draft) { draft.setup.name = u"wire"_s; }, {SourceField::Name});
    row("no feed", "feed", [](SourceDraft &draft) { draft.setup.name = u"a"_s; }, {SourceField::Address});
    row("a file of this computer", "feed", address("file:///etc/passwd"), {SourceField::Address});
    row("no scheme", "feed", address("news.example/rss"), {SourceField::Address});
    row("a password in it", "feed", address("https://me:pw@news.example/rss"), {SourceField::Address});
    row("not encrypted", "feed", address("http://news.example/rss"), {SourceField::Address});
    row("not encrypted, allowed", "feed",
        [](SourceDraft &draft) {
            draft.setup.address = u"http://news.example/rss"_s;
            draft.setup.plainHttpAllowed = true;
        },
        {});
    row("not encrypted, on this machine", "feed", address("http://127.0.0.1:8080/rss"), {});
    row("a mirror that is none", "yahoo", address("mirror"), {SourceField::Address});
    row("no key", "twelvedata", [](SourceDraft &) {}, {SourceField::Key});
    row("a key", "twelvedata", [](SourceDraft &draft) { draft.keyIsTyped = true; }, {});
    row("a key that is kept", "twelvedata", [](SourceDraft &draft) { draft.keyIsStored = true; }, {});
    row("none chosen", "yahoo", [](SourceDraft &draft) { draft.onlyChosen = true; }, {SourceField::Instruments});
    row("no bars", "yahoo", [](SourceDraft &draft) { draft.setup.intervals.clear(); }, {SourceField::Bars});
    row("bars that it does not have", "stooq", [](SourceDraft &draft) { draft.setup.intervals = {core::kNsPerMinute}; },
        {SourceField::Bars});
}

void TestSourceDraft::saysWhatIsMissing()
{
    QFETCH(QString, code);
    QFETCH(std::function<void(SourceDraft &)>, edit);
    SourceDraft draft = draftFor(provider(code), {});
    if (provider(code).needsAddress)
        draft.setup.name = u"Named"_s;
    edit(draft);
    QList<int> fields;
    for (const SourceProblem &problem : problemsOf(draft, provider(code), kInstruments, {u"Wire"_s})) {
        fields += int(problem.field);
        QVERIFY(!problem.sentence.isEmpty());
    }
    QTEST(fields, "fields");
}

//! Whatever a run may end with, the window says what to do.
void TestSourceDraft::everyFaultHasAnAdvice()
{
    for (int fault = 1; fault <= int(sources::HttpFault::ServerFailed); ++fault) { // 0 is the user's own stop
        const QString code = codeOf(sources::HttpFault(fault));
        QVERIFY2(!sourceAdvice(code, true).isEmpty(), qPrintable(code));
    }
    for (int fault = 0; fault <= int(sources::ProviderFault::Malformed); ++fault) {
        const QString code = codeOf(sources::ProviderFault(fault));
        QVERIFY2(!sourceAdvice(code, true).isEmpty(), qPrintable(code));
    }
    for (const char *code :
         {"no_key", "no_instrument", "unknown_instrument", "unknown_interval", "no_calendar", "keychain", "store",
          "not_stored", "pause", "no_address", "unknown_provider", "other_currency", "other_shares", "other_prices"})
        QVERIFY2(!sourceAdvice(QLatin1String(code), true).isEmpty(), code);
    QVERIFY(sourceAdvice(u"of a later version"_s, true).isEmpty());
}

QTEST_MAIN(TestSourceDraft)
#include "tst_sourcedraft.moc"
