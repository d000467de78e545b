// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/Time.h>
#include <sources/CsvProfile.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tickmark;
using namespace tickmark::sources;

//! Profiles as users save, edit and hand them back.
class CsvProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesJson();
    void isFoundInWhatWasSaved_data();
    void isFoundInWhatWasSaved();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void mustFitBars_data();
    void mustFitBars();
};

namespace {

CsvProfile sample()
{
    CsvProfile profile;
    profile.encoding = TextEncoding::Windows1252;
    profile.separator = '\t';
    profile.quote = 0;
    profile.headerLine = 3;
    profile.firstDataLine = 4;
    profile.numbers = {',', '.'};
    profile.dateForm = DateForm::DayMonthYear;
    profile.zone = "Europe/Berlin";
    profile.intervalNs = 300 * core::kNsPerSecond;
    profile.columns = {{QStringLiteral("Datum"), ColumnRole::Date, {}},
                       {QStringLiteral("Schluß"), ColumnRole::Close, QStringLiteral("SAP.DE")},
                       {QStringLiteral("Notiz"), ColumnRole::Ignored, {}}};
    return profile;
}

QJsonObject edited(const char *key, const QJsonValue &value)
{
    QJsonObject object = toJson(sample());
    object.insert(QLatin1String(key), value);
    return object;
}

} // namespace

void CsvProfileTest::survivesJson()
{
    const QByteArray text = QJsonDocument(toJson(sample())).toJson();
    const auto again = parseProfile(text, QStringLiteral("p.json"));
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().message));
    QVERIFY(*again == sample());
}

void CsvProfileTest::isFoundInWhatWasSaved_data()
{
    QTest::addColumn<QJsonObject>("root");
    QTest::addColumn<bool>("found");
    const QJsonObject one{{QStringLiteral("file"), QStringLiteral("a.csv")},
                          {QStringLiteral("profile"), toJson(sample())}};
    QTest::newRow("the object itself") << toJson(sample()) << true;
    QTest::newRow("under its key") << one << true;
    QTest::newRow("in the output of a dry run")
        << QJsonObject{{QStringLiteral("schema"), 1}, {QStringLiteral("imports"), QJsonArray{one}}} << true;
    QTest::newRow("in the output for two files")
        << QJsonObject{{QStringLiteral("schema"), 1}, {QStringLiteral("imports"), QJsonArray{one, one}}} << false;
    QTest::newRow("something else") << QJsonObject{{QStringLiteral("schema"), 1}} << false;
}

void CsvProfileTest::isFoundInWhatWasSaved()
{
    QFETCH(QJsonObject, root);
    QFETCH(bool, found);
    const auto profile = parseProfile(QJsonDocument(root).toJson(), QStringLiteral("p.json"));
    QCOMPARE(profile.has_value(), found);
    if (!found)
        QVERIFY2(profile.error().message.contains(QStringLiteral("p.json")), qPrintable(profile.error().message));
}

void CsvProfileTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QJsonObject &object, const char *words) {
        QTest::newRow(name) << object << QString::fromUtf8(words);
    };
    QJsonObject missing = toJson(sample());
    missing.remove(QStringLiteral("decimal"));
    row("missing key", missing, "\"decimal\" is missing");
    row("mistyped key", edited("seperator", QStringLiteral(";")), "\"seperator\" is not a known key");
    row("unknown separator", edited("separator", QStringLiteral(":")),
        "\"separator\" must be one of \",\", \";\", \"\\t\", \"|\"");
    row("number for a text", edited("encoding", 8), "\"encoding\" must be one of");
    row("unknown date form", edited("date_form", QStringLiteral("ddmm")), "\"date_form\" must be one of");
    row("line zero", edited("first_data_line", 0), "\"first_data_line\" must be a line number from 1");
    row("half a line", edited("first_data_line", 4.5), "\"first_data_line\" must be a line number");
    row("data above the header", edited("first_data_line", 2), "must come after");
    row("same marks", edited("group", QStringLiteral(",")), "cannot be the same");
    row("unknown zone", edited("zone", QStringLiteral("Berlin")), "\"Berlin\" is not known");
    row("negative interval", edited("interval", -5), "\"interval\" must be");
    row("interval in words", edited("interval", QStringLiteral("weekly")), "\"interval\" must be");
    row("no columns", edited("columns", QJsonArray()), "\"columns\" must be a list");
    row("columns as texts", edited("columns", QJsonArray{QStringLiteral("date")}), "Column 1");
    row("unknown role",
        edited("columns", QJsonArray{QJsonObject{{QStringLiteral("name"), QString()},
                                                 {QStringLiteral("role"), QStringLiteral("cost")}}}),
        "Column 1: \"role\" must be one of");
    row("unknown key of a column",
        edited("columns", QJsonArray{QJsonObject{{QStringLiteral("name"), QString()},
                                                 {QStringLiteral("role"), QStringLiteral("date")},
                                                 {QStringLiteral("unit"), 1}}}),
        "Column 1: \"unit\" is not a known key");
}

void CsvProfileTest::namesWhatIsWrong()
{
    QFETCH(QJsonObject, object);
    QFETCH(QString, words);
    const auto profile = parseProfile(QJsonDocument(object).toJson(), QStringLiteral("p.json"));
    QVERIFY(!profile.has_value());
    QVERIFY2(profile.error().message.contains(words), qPrintable(profile.error().message));
    QVERIFY(!parseProfile("{\"a\":", QStringLiteral("p.json")).has_value());
}

void CsvProfileTest::mustFitBars_data()
{
    QTest::addColumn<QList<int>>("roles");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, std::initializer_list<ColumnRole> roles, const char *words) {
        QList<int> list;
        for (const ColumnRole role : roles)
            list << int(role);
        QTest::newRow(name) << list << QString::fromLatin1(words);
    };
    row("date and close are enough", {ColumnRole::Date, ColumnRole::Close}, "");
    row("no date", {ColumnRole::Close}, "No column has the date");
    row("two dates", {ColumnRole::Date, ColumnRole::Date, ColumnRole::Close}, "Only one column");
    row("no price", {ColumnRole::Date}, "No column has the closing price");
    row("no close", {ColumnRole::Date, ColumnRole::Open}, "No column has the closing price");
    row("two closes", {ColumnRole::Date, ColumnRole::Close, ColumnRole::Close}, "Two columns have the same role");
    row("adjusted is no close", {ColumnRole::Date, ColumnRole::AdjustedClose}, "No column has the closing price");
}

void CsvProfileTest::mustFitBars()
{
    QFETCH(QList<int>, roles);
    QFETCH(QString, words);
    CsvProfile profile;
    for (const int role : roles)
        profile.columns.push_back({{}, ColumnRole(role), {}});
    const auto checked = checkBarProfile(profile);
    QCOMPARE(checked.has_value(), words.isEmpty());
    if (!checked)
        QVERIFY2(checked.error().message.contains(words), qPrintable(checked.error().message));
}

QTEST_GUILESS_MAIN(CsvProfileTest)
#include "tst_csvprofile.moc"
