// SPDX-License-Identifier: GPL-3.0-or-later
#include "../CommandContext.h"
#include "../TimeText.h"
#include "Commands.h"
#include <charts/ChartLoader.h>
#include <export/ChartExport.h>
#include <export/ExportPreset.h>

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace tickmark::app {

namespace {

constexpr int kPaperDpi = 300; // of PNG for paper, unless --dpi says otherwise

//! A word of the command line and what it stands for.
template <typename Value>
struct Word
{
    const char *text;
    Value value;
};

constexpr Word<charts::CurveType> kCurveTypes[] = {{"line", charts::CurveType::Line},
                                                   {"candles", charts::CurveType::Candles},
                                                   {"area", charts::CurveType::Area},
                                                   {"step", charts::CurveType::Step}};
constexpr Word<charts::ValueScale> kScales[] = {
    {"rebased", charts::ValueScale::Rebased}, {"linear", charts::ValueScale::Linear}, {"log", charts::ValueScale::Log}};
constexpr Word<charts::TimeMode> kTimeModes[] = {{"trading", charts::TimeMode::Trading},
                                                 {"calendar", charts::TimeMode::Calendar}};
constexpr Word<charts::ThemeName> kThemes[] = {
    {"print", charts::ThemeName::Print}, {"light", charts::ThemeName::Light}, {"dark", charts::ThemeName::Dark}};

constexpr Word<exporting::CsvForm> kCsvForms[] = {{"neutral", exporting::CsvForm::Neutral},
                                                  {"german", exporting::CsvForm::German}};
constexpr Word<bool exporting::PageParts::*> kParts[] = {{"title", &exporting::PageParts::title},
                                                         {"subtitle", &exporting::PageParts::subtitle},
                                                         {"legend", &exporting::PageParts::legend},
                                                         {"verdicts", &exporting::PageParts::verdicts},
                                                         {"foot", &exporting::PageParts::foot}};

class ChartCommand
{
    Q_DECLARE_TR_FUNCTIONS(ChartCommand)

public:
    explicit ChartCommand(CommandContext &context) : m_context(context) {}

    int run()
    {
        addOptions();
        if (!m_context.parse())
            return m_context.exitCode();
        if (!m_context.positional().isEmpty())
            return m_context.usage(tr("Instruments are named with --symbols or --panes."));
        if (const auto read = readOptions(); !read)
            return m_context.usage(read.error().message);
        auto reader = m_context.openReader();
        if (!reader)
            return m_context.fail(reader.error());
        return m_context.isSet("symbols-file") ? drawEach(**reader) : drawPanes(**reader);
    }

private:
    void addOptions()
    {
        CommandParser &parser = m_context.parser();
        parser.setApplicationDescription(tr("Draws linked charts into a file: %1. Needs no display.")
                                             .arg(exporting::chartFormats().join(QStringLiteral(", "))));
        m_context.addSharedOptions(CommandContext::kStoreOption | CommandContext::kForceOption);
        const auto option = [&parser](const char *name, const QString &what, const char *value) {
            parser.addOption({QLatin1String(name), what, QLatin1String(value)});
        };
        const auto flag = [&parser](const char *name, const QString &what) {
            parser.addOption({QLatin1String(name), what});
        };
        option("symbols", tr("Instruments of one pane, parted by commas."), "A,B");
        option("panes", tr("Panes parted by semicolons, instruments by commas; \"volume:A\" draws volumes."), "A,B;C");
        option("symbols-file",
               tr("A file with one symbol a line: one chart each; %s in the output's name is the symbol."), "FILE");
        option("from", tr("First session, YYYY-MM-DD; two times with their offsets show exactly what lies between."),
               "TIME");
        option("to", tr("Last session, included."), "TIME");
        option("base",
               tr("Session whose close is 0 %; without it, the first in view, or the one before a single session."),
               "DATE");
        option("type", tr("line (as long as nothing else is said), candles, area or step."), "TYPE");
        option("scale", tr("rebased, linear or log; without it, rebased when there is a base or several curves."),
               "SCALE");
        flag("log", tr("The same as --scale log."));
        option("time",
               tr("trading leaves out nights, weekends and holidays (as long as nothing else is said); or calendar."),
               "MODE");
        flag("markers", tr("Numbers the headlines in view and lists them."));
        option("size",
               tr("Size in px at 96 dpi, or on paper (\"180x120mm\"); a height of 0, or nothing: as high as needed."),
               "WIDTHxHEIGHT");
        option("preset", tr("Size and resolution by name: %1.").arg(presetCodes().join(QStringLiteral(", "))), "NAME");
        option("dpi", tr("Resolution of PNG; its pixels grow with it."), "DPI");
        option("theme", tr("print (as long as nothing else is said), light or dark."), "THEME");
        option("title", tr("Title; without it, made from the instruments."), "TEXT");
        option("without", tr("Parts of the page to leave out, parted by commas: %1.").arg(partNames()), "PARTS");
        flag("outlines", tr("Texts in SVG as shapes, for programs that lack the font."));
        option("csv-form", tr("neutral (as long as nothing else is said) or german: semicolons, decimal commas."),
               "FORM");
        parser.addOption(
            {{QStringLiteral("o"), QStringLiteral("output")},
             tr("The file to write; its ending chooses the format. \"-\" is standard output, with --format."),
             QStringLiteral("FILE")});
        option("format", tr("Format on standard output."), "FORMAT");
    }

    static QStringList presetCodes()
    {
        QStringList codes;
        for (const exporting::ExportPreset &preset : exporting::exportPresets())
            codes.append(preset.code);
        return codes;
    }

    static QString partNames()
    {
        QStringList names;
        for (const Word<bool exporting::PageParts::*> &part : kParts)
            names.append(QLatin1String(part.text));
        return names.join(QStringLiteral(", "));
    }

    static tl::unexpected<core::Error> wrong(const QString &text)
    {
        return core::failure(core::ErrorCode::InvalidInput, text);
    }

    template <typename Value, std::size_t N>
    core::Result<> readWord(const char *option, const Word<Value> (&words)[N], Value &value)
    {
        if (!m_context.isSet(option))
            return {};
        QStringList known;
        for (const Word<Value> &word : words) {
            if (m_context.value(option) == QLatin1String(word.text)) {
                value = word.value;
                return {};
            }
            known.append(QLatin1String(word.text));
        }
        return wrong(tr("--%1 is one of %2, not “%3”.")
                         .arg(QLatin1String(option), known.join(QStringLiteral(", ")), m_context.value(option)));
    }

    core::Result<> readOptions()
    {
        m_wish.spec.language = m_context.language();
        m_wish.spec.markers = m_context.isSet("markers");
        m_wish.spec.skipsEmpty = true;
        return readPanes()
            .and_then([this] { return readWord("type", kCurveTypes, m_wish.spec.curve); })
            .and_then([this] { return readScale(); })
            .and_then([this] { return readWord("time", kTimeModes, m_wish.spec.time); })
            .and_then([this] { return readWord("theme", kThemes, m_wish.spec.theme); })
            .and_then([this] { return readDate("from", m_wish.from); })
            .and_then([this] { return readDate("to", m_wish.to); })
            .and_then([this] { return readDate("base", m_wish.spec.base); })
            .and_then([this] { return readSize(); })
            .and_then([this] { return readDpi(); })
            .and_then([this] { return readParts(); })
            .and_then([this] { return readWord("csv-form", kCsvForms, m_export.csv); })
            .and_then([this] { return readOutput(); });
    }

    core::Result<> readPanes()
    {
        const int ways = int(m_context.isSet("symbols")) + int(m_context.isSet("panes"))
                         + int(m_context.isSet("symbols-file"));
        if (ways != 1)
            return wrong(tr("Name instruments with one of --symbols, --panes or --symbols-file."));
        if (m_context.isSet("symbols-file"))
            return {};
        const QString text = m_context.isSet("panes") ? m_context.value("panes") : m_context.value("symbols");
        if (m_context.isSet("symbols") && text.contains(u';'))
            return wrong(tr("--symbols has one pane; several panes are --panes."));
        auto panes = charts::parsePanes(text);
        if (!panes)
            return tl::unexpected(panes.error());
        m_wish.spec.panes = std::move(*panes);
        return {};
    }

    core::Result<> readScale()
    {
        if (m_context.isSet("log")) {
            if (m_context.isSet("scale"))
                return wrong(tr("--log and --scale exclude each other."));
            m_wish.spec.scale = charts::ValueScale::Log;
            return {};
        }
        if (!m_context.isSet("scale"))
            return {};
        charts::ValueScale scale = charts::ValueScale::Linear;
        auto read = readWord("scale", kScales, scale);
        m_wish.spec.scale = scale;
        return read;
    }

    core::Result<> readDate(const char *option, std::optional<core::SessionDate> &date)
    {
        if (!m_context.isSet(option))
            return {};
        const std::string text = m_context.value(option).toStdString();
        date = core::SessionDate::fromIso(text);
        if (!date) {
            // Two times are shown exactly; of one alone, the session of the day on its own clock.
            if (const auto time = core::parseIsoTime(text)) {
                date = core::SessionDate::fromIso(std::string_view(text).substr(0, 10));
                m_wish.intraday = true;
                m_times.push_back(*time);
            } else if (const QString complaint = missingOffset(QStringLiteral("--") + QLatin1String(option),
                                                               m_context.value(option));
                       !complaint.isEmpty()) {
                return wrong(complaint);
            } else {
                return wrong(tr("--%1 is a date such as 2025-01-27, not “%2”.")
                                 .arg(QLatin1String(option), m_context.value(option)));
            }
        }
        if (m_wish.from && m_wish.to && *m_wish.to < *m_wish.from)
            return wrong(tr("--to lies before --from."));
        if (m_times.size() == 2) {
            m_wish.spec.view = core::TimeRange{m_times.front(), m_times.back()};
            if (m_wish.spec.view->isEmpty())
                return wrong(tr("--to lies before --from."));
        }
        return {};
    }

    core::Result<> readSize()
    {
        if (m_context.isSet("preset")) {
            if (m_context.isSet("size"))
                return wrong(tr("--preset and --size exclude each other."));
            const exporting::ExportPreset *preset = exporting::findPreset(m_context.value("preset"));
            if (!preset)
                return wrong(tr("--preset is one of %1, not “%2”.")
                                 .arg(presetCodes().join(QStringLiteral(", ")), m_context.value("preset")));
            exporting::applyPreset(*preset, m_export);
        }
        if (!m_context.isSet("size"))
            return {};
        static const QRegularExpression form(QStringLiteral("^(\\d{1,6})[x×](\\d{1,6})(mm)?$"));
        const auto match = form.match(m_context.value("size"));
        if (!match.hasMatch())
            return wrong(
                tr("--size is WIDTHxHEIGHT, such as 1600x900 or 180x120mm, not “%1”.").arg(m_context.value("size")));
        const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
        if (match.hasCaptured(3)) {
            m_export.dpi = kPaperDpi;
            return exporting::setPaperSize(size, m_export);
        }
        m_export.size = size;
        return {};
    }

    core::Result<> readDpi()
    {
        if (!m_context.isSet("dpi"))
            return {};
        bool isNumber = false;
        m_export.dpi = m_context.value("dpi").toInt(&isNumber);
        if (!isNumber || m_export.dpi < 36 || m_export.dpi > 1200)
            return wrong(tr("--dpi is a number from 36 to 1200, not “%1”.").arg(m_context.value("dpi")));
        return {};
    }

    core::Result<> readParts()
    {
        m_export.outlines = m_context.isSet("outlines");
        for (const QString &name : m_context.value("without").split(u',', Qt::SkipEmptyParts)) {
            const auto part = std::ranges::find_if(
                kParts, [&](const auto &known) { return name.trimmed() == QLatin1String(known.text); });
            if (part == std::end(kParts))
                return wrong(tr("--without names parts of %1, not “%2”.").arg(partNames(), name.trimmed()));
            m_export.parts.*(part->value) = false;
        }
        return {};
    }

    core::Result<> readOutput()
    {
        m_export.title = m_context.value("title");
        m_export.overwrite = m_context.force();
        m_output = m_context.value("output");
        if (m_output.isEmpty())
            return wrong(tr("Name the file to write with -o."));
        m_suffix = m_output == QLatin1String("-") ? m_context.value("format") : QFileInfo(m_output).suffix().toLower();
        if (!exporting::chartFormats().contains(m_suffix)) {
            return wrong(tr("A chart is written as %1; the output is to end in one of them.")
                             .arg(exporting::chartFormats().join(QStringLiteral(", "))));
        }
        if (m_context.isSet("symbols-file") && !m_output.contains(QLatin1String("%s")))
            return wrong(tr("With --symbols-file the output's name needs %s for the symbol."));
        return {};
    }

    int drawPanes(store::StoreReader &reader)
    {
        if (const auto drawn = draw(reader, m_wish, m_output); !drawn)
            return m_context.fail(drawn.error());
        return m_leftOut ? kPartly : kDone;
    }

    core::Result<QStringList> symbolsInFile()
    {
        QFile file(m_context.value("symbols-file"));
        if (!file.open(QIODevice::ReadOnly))
            return core::failure(core::ErrorCode::NotFound, tr("The file %1 cannot be read.").arg(file.fileName()),
                                 file.errorString());
        QStringList symbols;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (const QString symbol = line.trimmed(); !symbol.isEmpty())
                symbols.append(symbol);
        }
        return symbols;
    }

    //! One chart per line of the file; what fails is named and the rest is drawn.
    int drawEach(store::StoreReader &reader)
    {
        const auto symbols = symbolsInFile();
        if (!symbols)
            return m_context.fail(symbols.error());
        const bool isWatched = isatty(STDERR_FILENO) != 0;
        int drawnCharts = 0;
        QSet<QString> outputs;
        for (qsizetype i = 0; i < symbols->size(); ++i) {
            const QString &symbol = symbols->at(i);
            if (isWatched)
                showProgress(tr("%1 of %2: %3").arg(i + 1).arg(symbols->size()).arg(symbol));
            charts::ChartWish wish = m_wish;
            wish.spec.panes = {{charts::PaneKind::Price, {symbol}, {}}};
            QString output = m_output;
            // A symbol may hold a slash; in a file's name it stands for a folder.
            output.replace(QLatin1String("%s"), QString(symbol).replace(u'/', u'-'));
            const bool isTaken = outputs.contains(output);
            outputs.insert(output);
            // --force is for what was there before.
            const auto drawn = isTaken ? core::Result<>(wrong(tr("%1 was written already: the list has %2 twice, or a "
                                                                 "symbol that makes the same name.")
                                                                  .arg(output, symbol)))
                                       : draw(reader, wish, output);
            if (isWatched)
                showProgress({});
            if (drawn)
                ++drawnCharts;
            else if (m_context.fail(drawn.error()) == kInterrupted || m_context.interrupt().requested())
                return kInterrupted;
        }
        if (drawnCharts < symbols->size())
            m_context.say(tr("%1 of %2 charts were drawn.").arg(drawnCharts).arg(symbols->size()));
        if (drawnCharts == 0)
            return kFailed;
        return drawnCharts < symbols->size() || m_leftOut ? kPartly : kDone;
    }

    //! On the terminal's last line, in place of what it said before.
    static void showProgress(const QString &text) { std::fprintf(stderr, "\r\033[K%s", text.toUtf8().constData()); }

    core::Result<> draw(store::StoreReader &reader, const charts::ChartWish &wish, const QString &output)
    {
        const auto values = charts::loadChart(reader, m_context.calendars(), wish, m_context.interrupt().token());
        if (!values)
            return tl::unexpected(values.error());
        const QString suffix = output == QLatin1String("-") ? m_suffix : QFileInfo(output).suffix();
        const auto ready = exporting::readTicks(values->spec, values->content, m_export, suffix, reader.chunks(),
                                                m_context.interrupt().token());
        if (!ready)
            return ready;
        const auto report = output == QLatin1String("-")
                                ? drawToStandardOutput(*values)
                                : exporting::exportChart(values->spec, values->content, m_export, output);
        if (!report)
            return tl::unexpected(report.error());
        if (!report->withoutQuotes.isEmpty()) {
            m_leftOut = true;
            m_context.say(
                tr("Not in the chart for lack of quotes: %1.").arg(report->withoutQuotes.join(QStringLiteral(", "))));
        }
        if (const auto &asked = values->spec.base; asked && report->base && *report->base != *asked)
            m_context.say(tr("There is no close on %1: changes count from that of %2.")
                              .arg(QString::fromStdString(asked->iso()), QString::fromStdString(report->base->iso())));
        if (report->crowd > 0)
            m_context.say(
                tr("%n curves in one pane cannot be told apart; several panes or charts can.", nullptr, report->crowd));
        for (const QString &damage : report->damage) {
            m_leftOut = true;
            m_context.say(tr("%1. tickmark store verify tells more.").arg(damage));
        }
        if (report->headlinesLeftOut > 0) {
            m_leftOut = true;
            m_context.say(tr("%n headline(s) had no room in the list below the chart; a larger --size has.", nullptr,
                             report->headlinesLeftOut));
        }
        return {};
    }

    core::Result<exporting::ExportReport> drawToStandardOutput(const charts::ChartValues &values)
    {
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly))
            return core::failure(core::ErrorCode::Io, tr("Standard output cannot be written."));
        return exporting::exportChart(values.spec, values.content, m_export, m_suffix, out);
    }

    CommandContext &m_context;
    charts::ChartWish m_wish;
    std::vector<core::Time> m_times; //!< --from and --to, where they are times
    exporting::ExportOptions m_export;
    QString m_output;
    QString m_suffix;
    bool m_leftOut = false;
};

} // namespace

int runChart(CommandContext &context)
{
    return ChartCommand(context).run();
}

} // namespace tickmark::app
