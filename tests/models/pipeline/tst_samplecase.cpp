// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/CalendarSet.h>
#include <pipeline/BarHistories.h>
#include <pipeline/SampleCase.h>
#include <store/StoreReader.h>

#include <QTemporaryDir>
#include <QTest>

using namespace tickmark;

//! The sample case: what every new user sees first, and what the claims are checked against.
class TestSampleCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void movesOfTheDay_data();
    void movesOfTheDay();
    void realHolesStay();
    void newsStateTheFigures_data();
    void newsStateTheFigures();
    void newsSayThatTheyAreInvented();
    void everyBarIsInItsCalendar();

private:
    QTemporaryDir m_folder;
    core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
    std::unique_ptr<store::StoreReader> m_reader;
};

void TestSampleCase::initTestCase()
{
    const QString path = m_folder.filePath(QStringLiteral("sample.tickmark"));
    const auto written = pipeline::writeSampleStore(path, false, m_calendars,
                                                    *core::parseIsoTime("2025-02-15T00:00:00Z"));
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().message + written.error().detail));
    auto reader = store::StoreReader::open(path);
    QVERIFY(reader.has_value());
    m_reader = std::move(*reader);
}

void TestSampleCase::movesOfTheDay_data()
{
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<double>("percent");
    const auto row = [](const char *symbol, double percent) {
        QTest::newRow(symbol) << QString::fromLatin1(symbol) << percent;
    };
    row("NVDA", -16.97);
    row("^GSPC", -1.46);
    row("^IXIC", -3.07);
    row("^DJI", 0.65);
    row("AVGO", -17.40);
    row("AMD", -6.37);
    row("MU", -11.71);
    row("ARM", -10.19);
    row("VST", -28.27);
    row("CEG", -20.85);
    row("ASML.AS", -7.01);
    row("9984.T", -8.32);
    row("6857.T", -8.61);
}

void TestSampleCase::movesOfTheDay()
{
    QFETCH(QString, symbol);
    QFETCH(double, percent);
    const auto instrument = m_reader->instrument(symbol);
    QVERIFY(instrument.has_value());
    const auto history = pipeline::loadDailyHistory(
        *m_reader, m_calendars, *instrument,
        {*core::SessionDate::fromIso("2025-01-24"), *core::SessionDate::fromIso("2025-01-27")});
    QVERIFY(history.has_value());
    QCOMPARE(history->bars.size(), std::size_t(2));
    const double move = (double(history->bars[1].close) / double(history->bars[0].close) - 1) * 100;
    QVERIFY2(std::abs(move - percent) < 0.006, qPrintable(QString::number(move)));
    QCOMPARE(history->origins, QStringList{QStringLiteral("daily.csv")});
}

void TestSampleCase::realHolesStay()
{
    const auto range = store::SessionRange{*core::SessionDate::fromIso("2025-01-24"),
                                           *core::SessionDate::fromIso("2025-01-24")};
    const auto energy = pipeline::loadDailyHistory(*m_reader, m_calendars,
                                                   *m_reader->instrument(QStringLiteral("ENR.DE")), range);
    QVERIFY(energy.has_value());
    QVERIFY(energy->bars.empty());
    const auto tech = pipeline::loadDailyHistory(*m_reader, m_calendars,
                                                 *m_reader->instrument(QStringLiteral("^HSTECH")), range);
    QVERIFY(!tech.has_value());
    QCOMPARE(tech.error().code, core::ErrorCode::NotFound);
}

void TestSampleCase::newsStateTheFigures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("figure");
    const auto row = [](const char *name, const char16_t *figure) {
        QTest::addRow("%s %s", name, qPrintable(QString::fromUtf16(figure)))
            << QString::fromLatin1(name) << QString::fromUtf16(figure);
    };
    row("Nvidia", u"14,4");
    row("Nvidia", u"17");
    row("Nvidia", u"11,1 bis 15");
    row("Nvidia", u"450");
    row("Nvidia", u"589");
    row("Nvidia", u"600");
    row("Nvidia", u"563");
    row("S&P 500", u"1,7");
    row("Nasdaq", u"2,8");
    row("Nasdaq", u"3.1");
    row("Dow", u"54");
    row("ASML", u"6,6");
    row("oftbank", u"8,3");
    row("Broadcom", u"17");
    row("AMD", u"6.4");
    row("Micron", u"8");
    row("Arm", u"9");
    row("Vistra", u"28");
    row("Constellation", u"21");
    row("Siemens Energy", u"18");
    row("Advantest", u"20");
    row("Hang Seng Tech", u"2");
    row("Bitcoin", u"12");
    row("Stargate", u"500");
    row("DeepSeek", u"5,6");
}

void TestSampleCase::newsStateTheFigures()
{
    QFETCH(QString, name);
    QFETCH(QString, figure);
    QString inOther = figure;
    inOther.replace(figure.contains(u',') ? u',' : u'.', figure.contains(u',') ? u'.' : u',');
    const auto news = m_reader->news();
    QVERIFY(news.has_value());
    const bool stated = std::ranges::any_of(*news, [&](const core::NewsItem &item) {
        return item.excerpt.contains(name) && (item.excerpt.contains(figure) || item.excerpt.contains(inOther));
    });
    QVERIFY(stated);
}

void TestSampleCase::newsSayThatTheyAreInvented()
{
    const auto news = m_reader->news();
    QVERIFY(news.has_value());
    QVERIFY(news->size() >= 14);
    const auto german = std::ranges::count(*news, QStringLiteral("de"), &core::NewsItem::language);
    const auto english = std::ranges::count(*news, QStringLiteral("en"), &core::NewsItem::language);
    QVERIFY(german >= 9);
    QVERIFY(english >= 5);
    for (const char *language : {"de", "en"}) {
        const auto note = m_reader->setting(QLatin1String(pipeline::kSampleNoteKey) + QLatin1String(language));
        QVERIFY(note.has_value() && note->has_value() && !(*note)->isEmpty());
    }
}

void TestSampleCase::everyBarIsInItsCalendar()
{
    const auto instruments = m_reader->instruments();
    QVERIFY(instruments.has_value());
    for (const core::Instrument &instrument : *instruments) {
        const auto history = pipeline::loadDailyHistory(*m_reader, m_calendars, instrument, {});
        if (!history)
            continue;
        for (const core::Bar &bar : history->bars)
            QVERIFY2((bar.flags & core::kBarOutsideCalendar) == 0,
                     qPrintable(instrument.symbol + u' ' + QString::fromStdString(bar.session.iso())));
    }
}

QTEST_GUILESS_MAIN(TestSampleCase)
#include "tst_samplecase.moc"
