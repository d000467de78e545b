// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/CalendarSet.h>
#include <pipeline/SampleCase.h>
#include <store/StoreReader.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <report/Report.h>
#include <report/ReportComposer.h>
#include <report/ReportDrawing.h>

#include <cstdio>

using namespace tickmark;
using namespace Qt::StringLiterals;

//! How long a report on the founding case takes: `phase,pages,milliseconds,kilobytes`.
namespace {

double since(QElapsedTimer &clock)
{
    const double ms = double(clock.nsecsElapsed()) / 1e6;
    clock.restart();
    return ms;
}

void print(const QString &phase, int pages, double ms, qsizetype bytes = 0)
{
    std::printf("%s,%d,%.1f,%lld\n", qPrintable(phase), pages, ms, static_cast<long long>(bytes / 1024));
}

int fail(const core::Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    return 1;
}

//! All steps, and the slowest of them: what a window waits for.
int measure(store::StoreReader &reader, const core::CalendarSet &calendars, const report::ReportWish &wish,
            const QString &suffix)
{
    QElapsedTimer clock;
    clock.start();
    const auto content = report::readReport(reader, calendars, wish);
    if (!content)
        return fail(content.error());
    const double read = since(clock);
    auto document = report::composeReport(*content);
    if (!document)
        return fail(document.error());
    const double composed = since(clock);
    auto drawing = report::ReportDrawing::begin(std::make_shared<const report::ReportDocument>(std::move(*document)),
                                                suffix);
    if (!drawing)
        return fail(drawing.error());
    const double begun = since(clock);
    double drawn = 0;
    double slowest = 0;
    for (int i = 0; i < (*drawing)->steps(); ++i) {
        if (const auto done = (*drawing)->step(i); !done)
            return fail(done.error());
        const double step = since(clock);
        drawn += step;
        slowest = std::max(slowest, step);
    }
    const QByteArray bytes = (*drawing)->take();
    const double taken = since(clock);
    const int pages = (*drawing)->pages();
    print(suffix + u"_read"_s, pages, read);
    print(suffix + u"_compose"_s, pages, composed);
    print(suffix + u"_lay_out"_s, pages, begun);
    print(suffix + u"_draw"_s, pages, drawn);
    print(suffix + u"_slowest_step"_s, pages, slowest);
    print(suffix + u"_all"_s, pages, read + composed + begun + drawn + taken, bytes.size());
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"csv"_s, u"Prints CSV, as it always does."_s});
    parser.process(application);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.tickmark"_s);
    const core::CalendarSet calendars(u":/calendars"_s);
    report::ReportWish wish;
    wish.from = *core::SessionDate::fromIso("2025-01-14");
    wish.to = *core::SessionDate::fromIso("2025-02-14");
    wish.base = core::SessionDate::fromIso("2025-01-24");
    wish.language = u"de"_s;
    wish.made = *core::parseIsoTime("2025-11-22T12:00:00Z");
    wish.sections = *report::builtInTemplate(u"standard"_s);
    if (const auto made = pipeline::writeSampleStore(path, false, calendars, wish.made); !made)
        return fail(made.error());
    const auto reader = store::StoreReader::open(path);
    if (!reader)
        return fail(reader.error());
    std::printf("phase,pages,milliseconds,kilobytes\n");
    for (const QString &suffix : {u"pdf"_s, u"html"_s, u"pdf"_s}) {
        if (const int code = measure(**reader, calendars, wish, suffix); code != 0)
            return code;
    }
    return 0;
}
