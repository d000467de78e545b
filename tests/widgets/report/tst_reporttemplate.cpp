// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <report/ReportTemplate.h>

#include <algorithm>

using namespace tickmark;
using namespace tickmark::report;
using namespace Qt::StringLiterals;

//! A template that is misread leaves something out of every report.
class TestReportTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thoseOfTheProgramAreThere();
    void ownOnesAreSavedAndLoaded();
    void everyOptionSurvives();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void filesThatAreNoneAreRefused();
    void savingReplacesOnlyWhenAsked();
};

void TestReportTemplate::thoseOfTheProgramAreThere()
{
    for (const QString &name : builtInTemplates()) {
        const auto value = builtInTemplate(name);
        QVERIFY2(value, value ? "" : qPrintable(value.error().message));
        QVERIFY(!value->name.de.isEmpty() && !value->name.en.isEmpty() && value->name.de != value->name.en);
        for (const SectionKind kind : {SectionKind::Chart, SectionKind::Verdicts, SectionKind::Sources})
            QVERIFY2(std::ranges::count(value->sections, kind, &Section::kind) == 1, qPrintable(name));
    }
    QVERIFY(!builtInTemplate(u"of nobody"_s));
}

void TestReportTemplate::ownOnesAreSavedAndLoaded()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"Größe.json"_s);
    const auto standard = builtInTemplate(u"standard"_s);
    QVERIFY(saveTemplate(*standard, path, false));
    const auto loaded = loadTemplate(path);
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    QCOMPARE(templateJson(*loaded), templateJson(*standard));
    QCOMPARE(loaded->sections.size(), standard->sections.size());
}

void TestReportTemplate::everyOptionSurvives()
{
    const QByteArray json = R"({"schema": 1, "name": "Mine", "sections": [
        {"kind": "text", "heading": {"de": "Vorwort", "en": "Preface"}, "text": "Two\nlines"},
        {"kind": "chart", "panes": "^GSPC,^DJI;volume:NVDA", "type": "step", "scale": "log", "markers": false, "low": true,
         "new_page": true},
        {"kind": "verdicts", "details": false, "only": ["contradicted", "no_data", "contradicted"]}]})";
    const auto first = parseTemplate(json, u"x"_s);
    QVERIFY2(first, first ? "" : qPrintable(first.error().message));
    const auto value = parseTemplate(templateJson(*first), u"x"_s);
    QVERIFY(value);
    QCOMPARE(value->name.de, u"Mine"_s);
    QCOMPARE(value->sections.size(), std::size_t(3));
    QCOMPARE(value->sections[0].heading.in(u"de"_s), u"Vorwort"_s);
    QCOMPARE(value->sections[0].heading.in(u"en"_s), u"Preface"_s);
    QCOMPARE(value->sections[0].text.in(u"en"_s), u"Two\nlines"_s);
    const Section &chart = value->sections[1];
    QCOMPARE(chart.panes.size(), std::size_t(2));
    QCOMPARE(chart.panes[0].symbols, (QStringList{u"^GSPC"_s, u"^DJI"_s}));
    QCOMPARE(int(chart.panes[1].kind), int(charts::PaneKind::Volume));
    QCOMPARE(int(chart.curve), int(charts::CurveType::Step));
    QCOMPARE(int(*chart.scale), int(charts::ValueScale::Log));
    QVERIFY(!chart.markers && chart.isLow && chart.newPage);
    QVERIFY(!value->sections[2].details);
    QCOMPARE(value->sections[2].only.size(), std::size_t(2));
}

void TestReportTemplate::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    const auto section = [](const char *text) -> QByteArray {
        return QByteArray(R"({"schema": 1, "sections": [{"kind": "summary"}, )") + text + "]}";
    };
    QTest::newRow("no JSON") << QByteArray("{") << u"mine.json"_s;
    QTest::newRow("empty file") << QByteArray() << u"mine.json"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"mine.json"_s;
    QTest::newRow("another schema") << QByteArray(R"({"schema": 2, "sections": [{"kind": "summary"}]})") << u"schema"_s;
    QTest::newRow("no sections") << QByteArray(R"({"schema": 1})") << u"sections"_s;
    QTest::newRow("misspelt key") << QByteArray(R"({"schema": 1, "section": []})") << u"\"section\""_s;
    QTest::newRow("section that is none") << section("3") << u"section 2"_s;
    QTest::newRow("unknown kind") << section(R"({"kind": "prophecy"})") << u"section 2"_s;
    QTest::newRow("option of another kind") << section(R"({"kind": "method", "panes": "A"})") << u"\"panes\""_s;
    QTest::newRow("pane without a symbol") << section(R"({"kind": "chart", "panes": "A;,"})") << u"section 2"_s;
    QTest::newRow("too many panes") << section(R"({"kind": "chart", "panes": "A;A;A;A;A;A;A"})") << u"6 panes"_s;
    QTest::newRow("unknown type") << section(R"({"kind": "chart", "type": "pie"})") << u"candles"_s;
    QTest::newRow("flag that is a text") << section(R"({"kind": "chart", "markers": "yes"})") << u"\"markers\""_s;
    QTest::newRow("unknown verdict") << section(R"({"kind": "verdicts", "only": ["lie"]})") << u"lie"_s;
    QTest::newRow("text without words") << section(R"({"kind": "text"})") << u"\"text\""_s;
    QTest::newRow("one language is missing") << section(R"({"kind": "text", "text": {"de": "Ja"}})") << u"\"en\""_s;
}

void TestReportTemplate::mistakesAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto value = parseTemplate(json, u"mine.json"_s);
    QVERIFY(!value);
    QCOMPARE(value.error().code, core::ErrorCode::InvalidInput);
    QVERIFY2(value.error().message.contains(u"mine.json"_s), qPrintable(value.error().message));
    QVERIFY2(value.error().message.contains(named), qPrintable(value.error().message));
}

void TestReportTemplate::filesThatAreNoneAreRefused()
{
    const QTemporaryDir folder;
    QCOMPARE(loadTemplate(folder.filePath(u"missing.json"_s)).error().code, core::ErrorCode::NotFound);
    QVERIFY(!loadTemplate(folder.path()));
    // Reading stops, though the device never would.
    QCOMPARE(loadTemplate(u"/dev/zero"_s).error().code, core::ErrorCode::InvalidInput);
}

void TestReportTemplate::savingReplacesOnlyWhenAsked()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.json"_s);
    const auto brief = builtInTemplate(u"brief"_s);
    QVERIFY(saveTemplate(*brief, path, false));
    const auto refused = saveTemplate(*builtInTemplate(u"standard"_s), path, false);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, core::ErrorCode::AlreadyExists);
    QCOMPARE(loadTemplate(path)->sections.size(), brief->sections.size());
    QVERIFY(saveTemplate(*builtInTemplate(u"standard"_s), path, true));
    QVERIFY(loadTemplate(path)->sections.size() > brief->sections.size());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.json"_s});
}

QTEST_GUILESS_MAIN(TestReportTemplate)
#include "tst_reporttemplate.moc"
