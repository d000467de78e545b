// SPDX-License-Identifier: GPL-3.0-or-later
#include "CheckTextBench.h"
#include <store/BarImportRequest.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QDateTimeEdit>
#include <QSignalSpy>
#include <QTest>

#include <claimview/QuotesEnd.h>

using namespace tickmark;
using namespace tickmark::claimview;
using namespace Qt::StringLiterals;

//! When a checked text was published: it decides which day's quotes its numbers are held against.
class CheckTextTimeTest : public QObject, private CheckTextBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeSample()); }
    void init() { QVERIFY(start()); }
    void cleanup() { stop(); }

    void thePublicationTimeDecides();
    void withoutATimeTheQuotesDecide();
    void whereQuotesAreCurrentItIsNow();
    void theHeadlinesTimeIsProposed();
    void publishedInTheFuture();
    void theClockIsThatOfTheWindow();
};

void CheckTextTimeTest::thePublicationTimeDecides()
{
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(verdicts().value(0), u"NVDA close"_s);
    auto *edit = m_dialog->findChild<QDateTimeEdit *>(u"published"_s);
    edit->setDate(QDate(2025, 2, 4)); // the Monday before is another one
    QTRY_VERIFY(rows() == 2 && verdicts().value(0) != u"NVDA close"_s);
}

//! Years after the last quote "now" would leave every number without data.
void CheckTextTimeTest::withoutATimeTheQuotesDecide()
{
    openAnew();
    auto *edit = m_dialog->findChild<QDateTimeEdit *>(u"published"_s);
    auto *line = m_dialog->findChild<QLabel *>(u"quotesEnd"_s);
    auto *goBack = m_dialog->findChild<QPushButton *>(u"goBack"_s);
    QTRY_COMPARE(edit->text(), u"14.02.2025 22:00"_s); // New York's close
    QVERIFY(line->isVisible() && line->text().contains(u"14.02.2025"_s));
    QVERIFY(!goBack->isVisible());
    m_dialog->setText(u"Nvidia stieg am Freitag um 2,6 Prozent."_s);
    QTRY_COMPARE(verdicts(), QStringList{u"NVDA close"_s});
    // a later time is said to be without quotes, and is one click away from one with
    edit->setDate(QDate(2026, 1, 19));
    QTRY_COMPARE(verdicts(), QStringList{u"NVDA no_data"_s});
    QVERIFY(line->isVisible() && line->text().contains(u"cannot be checked"_s));
    QVERIFY(goBack->text().contains(u"22:00"_s));
    QTest::mouseClick(goBack, Qt::LeftButton);
    QTRY_COMPARE(verdicts(), QStringList{u"NVDA close"_s});
    // earlier ones need no such line
    edit->setDate(QDate(2025, 1, 27));
    QVERIFY(!line->isVisible());
    // without a store nothing is known of quotes
    edit->setDate(QDate(2026, 1, 19));
    QVERIFY(line->isVisible());
    m_dialog->setSession(nullptr);
    QVERIFY(!line->isVisible());
}

void CheckTextTimeTest::whereQuotesAreCurrentItIsNow()
{
    const core::Time now{QDateTime::currentMSecsSinceEpoch() * 1'000'000};
    const auto calendar = m_calendars->calendar(u"XNAS"_s);
    QVERIFY(calendar.has_value());
    const auto reader = std::move(*store::StoreReader::open(m_session->path()));
    store::BarImportRequest request;
    request.origin.origin = u"today.csv"_s;
    request.series.resize(1);
    request.series[0].instrumentId = reader->instrument(u"NVDA"_s)->id;
    const auto shown = reader->preferredSeries(request.series[0].instrumentId, store::SeriesUse::Daily);
    QVERIFY(shown.has_value() && shown->has_value());
    request.series[0].source = (*shown)->source;
    request.nextSlice = [date = (*calendar)->latestOpenedBy(now)->date](std::vector<store::BarRow> &rows) {
        store::BarRow &row = rows.emplace_back();
        row.bar.session = date;
        row.bar.open = row.bar.high = row.bar.low = row.bar.close = 20'000;
        row.priceDecimals = 2;
        return core::Result<bool>(false);
    };
    QVERIFY(m_session->writer()->importBars(request).result().has_value());
    openAnew();
    auto *edit = m_dialog->findChild<QDateTimeEdit *>(u"published"_s);
    // not a moment of the quotes' past, which it would be as soon as they are read
    auto end = m_session->read([this](store::StoreReader &store, const std::stop_token &stop) {
        return readQuotesEnd(store, *m_calendars, stop);
    });
    QTRY_VERIFY(end.isFinished());
    QVERIFY(end.result().has_value() && end.result()->has_value());
    QVERIFY((*end.result())->isCurrentAt(now));
    QTRY_VERIFY(std::abs(m_appearance->zone().fromLocalNs(edit->dateTime().toMSecsSinceEpoch() * 1'000'000).ns - now.ns)
                < 2 * core::kNsPerMinute);
    QVERIFY(!m_dialog->findChild<QLabel *>(u"quotesEnd"_s)->isVisible());
}

void CheckTextTimeTest::theHeadlinesTimeIsProposed()
{
    openAnew();
    m_dialog->proposePublished(kMondayNight);
    auto *edit = m_dialog->findChild<QDateTimeEdit *>(u"published"_s);
    QCOMPARE(edit->text(), u"27.01.2025 23:30"_s);
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(verdicts().value(0), u"NVDA close"_s);
    // another headline changes nothing under a text that is there
    m_dialog->proposePublished(*core::parseIsoTime("2025-02-05T10:00:00Z"));
    QCOMPARE(edit->text(), u"27.01.2025 23:30"_s);
    m_dialog->setText({});
    m_dialog->proposePublished(std::nullopt);
    QTRY_COMPARE(edit->text(), u"14.02.2025 22:00"_s);
}

void CheckTextTimeTest::publishedInTheFuture()
{
    m_dialog->setPublished(*core::parseIsoTime("2090-01-02T12:00:00Z"));
    m_dialog->setText(kTwoClaims);
    QTRY_COMPARE(verdicts(), (QStringList{u"NVDA no_data"_s, u"BTC-USD no_data"_s}));
    QVERIFY(label("state").contains(u"future"_s));
    QVERIFY(!saveButton()->isEnabled());
    QVERIFY(saveButton()->toolTip().contains(u"future"_s));
}

void CheckTextTimeTest::theClockIsThatOfTheWindow()
{
    auto *edit = m_dialog->findChild<QDateTimeEdit *>(u"published"_s);
    QCOMPARE(edit->text(), u"27.01.2025 23:30"_s);
    QSignalSpy changes(edit, &QDateTimeEdit::dateTimeChanged);
    QVERIFY(m_appearance->setZone("America/New_York"));
    QCOMPARE(edit->text(), u"27.01.2025 17:30"_s);
    bool isNamed = false;
    for (const QLabel *zone : m_dialog->findChildren<QLabel *>())
        isNamed = isNamed || zone->text() == u"America/New York"_s;
    QVERIFY(isNamed);
    m_appearance->setLanguage(u"en"_s);
    QCOMPARE(edit->text(), u"27 Jan 2025 17:30"_s);
    QCOMPARE(changes.count(), 0); // the same instant
}

QTEST_MAIN(CheckTextTimeTest)
#include "tst_checktexttime.moc"
