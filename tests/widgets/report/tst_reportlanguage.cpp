// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportBench.h"
#include <charts/TextLanguage.h>

#include <QApplication>
#include <QEvent>
#include <QTest>
#include <QThread>
#include <QTranslator>

#include <report/ReportComposer.h>

using namespace tickmark;
using namespace tickmark::tests;
using namespace Qt::StringLiterals;

//! A report has the language that was asked for, whatever the window speaks.
class TestReportLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sample = ReportBench::sample(); }
    void aThreadSpeaksALanguageOfItsOwn();
    void countsAreInTheLanguageOfTheReport_data();
    void countsAreInTheLanguageOfTheReport();

private:
    std::unique_ptr<ReportBench> m_sample;
};

//! A language of the program that has another word for everything.
class ShoutingTexts : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QString::fromUtf8(source).toUpper();
    }
};

class LanguageWatch : public QObject
{
public:
    int changes = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        changes += event->type() == QEvent::LanguageChange ? 1 : 0;
        return false;
    }
};
void TestReportLanguage::aThreadSpeaksALanguageOfItsOwn()
{
    const auto say = [] { return QCoreApplication::translate("Report", "Summary"); };
    for (int round = 0; round < 2; ++round) { // the program's language changes between
        ShoutingTexts texts;
        QCoreApplication::installTranslator(&texts);
        LanguageWatch watch;
        qApp->installEventFilter(&watch);
        QCOMPARE(say(), u"SUMMARY"_s);
        {
            const charts::TextLanguage language{charts::Translator(u"en"_s)};
            QCOMPARE(say(), u"Summary"_s);
            QString elsewhere;
            std::unique_ptr<QThread> thread(QThread::create([&] { elsewhere = say(); }));
            thread->start();
            QVERIFY(thread->wait());
            QCOMPARE(elsewhere, u"SUMMARY"_s);
        }
        QCOMPARE(say(), u"SUMMARY"_s);
        QCOMPARE(watch.changes, 0);
        qApp->removeEventFilter(&watch);
        QCoreApplication::removeTranslator(&texts);
    }
}

void TestReportLanguage::countsAreInTheLanguageOfTheReport_data()
{
    QTest::addColumn<QLocale>("program");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("count");
    const QLocale german(QLocale::German, QLocale::Germany);
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    QTest::newRow("German in an English program") << english << u"de"_s << u"1.200 headline"_s;
    QTest::newRow("English in a German program") << german << u"en"_s << u"1,200 headline"_s;
    QTest::newRow("English where the locale says nothing") << QLocale::c() << u"en"_s << u"1,200 headline"_s;
}

void TestReportLanguage::countsAreInTheLanguageOfTheReport()
{
    QFETCH(QLocale, program);
    QFETCH(QString, language);
    QFETCH(QString, count);
    std::vector<core::NewsItem> news(1200); // not searched for claims yet
    for (std::size_t i = 0; i < news.size(); ++i) {
        news[i].guid = u"wire-%1"_s.arg(i);
        news[i].publisher = u"Wire"_s;
        news[i].title = u"Headline %1"_s.arg(i);
        news[i].published = core::Time{core::SessionDate::fromIso("2025-01-15")->utcMidnight().ns
                                       + qint64(i) * core::kNsPerSecond};
    }
    const auto bench = ReportBench::made(1, news);
    report::ReportWish wish = ReportBench::wish(language);
    const QLocale before;
    QLocale::setDefault(program);
    const auto content = report::readReport(bench->reader(), *bench->calendars(), wish);
    const auto document = content ? report::composeReport(*content) : tl::unexpected(content.error());
    QLocale::setDefault(before);
    QVERIFY2(document, document ? "" : qPrintable(document.error().message));
    const QString said = document->leftOut.join(u'\n');
    QVERIFY2(said.contains(count), qPrintable(said));
}

QTEST_MAIN(TestReportLanguage)
#include "tst_reportlanguage.moc"
