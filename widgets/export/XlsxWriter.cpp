// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartPage.h"
#include "ChartTable.h"
#include "PdfDate.h"
#include "XlsxBook.h"
#include <charts/TextLanguage.h>
#include <claims/ClaimLabels.h>

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>

namespace tickmark::exporting {

namespace {

constexpr double kDateWidth = 19; // characters
constexpr double kNumberWidth = 14;
constexpr double kTextWidth = 34;

//! The sheets of one chart, in its language.
class Sheets
{
public:
    Sheets(XlsxBook &book, const ChartJob &job, const PageFacts &facts)
        : m_book(book), m_plan(*job.plan), m_facts(facts), m_table(job)
    {}

    void write()
    {
        //: name of a sheet
        const QString data = say(QT_TRANSLATE_NOOP("XlsxWriter", "Data"));
        writeData(data);
        writeChart(data);
        writeSources();
        if (!m_plan.headlines.empty())
            writeVerdicts();
    }

private:
    QString say(const char *source) const { return m_plan.texts.translator().text("XlsxWriter", source); }

    void writeData(const QString &name)
    {
        m_book.addSheet(name, m_table.heads(m_plan.texts.translator(), m_table.clockOffset()));
        m_book.setWidth(0, m_table.isDaily() ? kNumberWidth : kDateWidth);
        int width = 1;
        for (const ChartTable::Column &column : m_table.columns())
            width += column.hasPercent() ? 2 : 1;
        for (int i = 1; i < width; ++i)
            m_book.setWidth(i, kNumberWidth);
        int row = 1;
        for (const ChartTable::Row &values : m_table.rows()) {
            if (values.date)
                m_book.write(row, 0, *values.date);
            else
                m_book.write(row, 0, *values.time, m_table.clockOffset());
            writeValues(row++, values);
        }
    }

    void writeValues(int row, const ChartTable::Row &values)
    {
        int at = 1;
        for (std::size_t i = 0; i < m_table.columns().size(); ++i) {
            const ChartTable::Column &column = m_table.columns()[i];
            const core::Bar *bar = values.bars[i];
            if (bar && column.volume) {
                if (const auto volume = m_table.volume(column, *bar))
                    m_book.write(row, at, *volume);
            } else if (bar) {
                m_book.write(row, at, m_table.close(column, *bar));
                if (column.hasPercent())
                    m_book.writePercent(row, at + 1, m_table.percent(column, *bar));
            }
            at += column.hasPercent() ? 2 : 1;
        }
    }

    //! What the picture shows of prices: percent where they are rebased.
    void writeChart(const QString &data)
    {
        const charts::ChartTheme paper = charts::ChartTheme::named(charts::ThemeName::Print);
        std::vector<XlsxBook::Line> lines;
        bool percent = false;
        int at = 1;
        for (const ChartTable::Column &column : m_table.columns()) {
            if (!column.volume) {
                // All panes share one sheet, and sheets are white: not the colours of the panes, which begin anew in each.
                const charts::SeriesStyle style = paper.series(int(lines.size()));
                lines.push_back(
                    {column.hasPercent() ? at + 1 : at, style.color, style.width * 0.75, !style.dashes.isEmpty()});
            }
            percent = percent || column.hasPercent();
            at += column.hasPercent() ? 2 : 1;
        }
        if (lines.empty() || m_table.rows().empty())
            return;
        //: name of a sheet
        const QString name = say(QT_TRANSLATE_NOOP("XlsxWriter", "Chart"));
        //: beside the axis of a chart
        const QString values = percent ? say(QT_TRANSLATE_NOOP("XlsxWriter", "change in %"))
                                       : say(QT_TRANSLATE_NOOP("XlsxWriter", "price"));
        m_book.addChart(name, m_facts.title, values, data, lines, int(m_table.rows().size()), !m_table.isDaily());
    }

    void writeSources()
    {
        //: name of a sheet; then column heads
        m_book.addSheet(
            say(QT_TRANSLATE_NOOP("XlsxWriter", "Sources")),
            {say(QT_TRANSLATE_NOOP("XlsxWriter", "symbol")), say(QT_TRANSLATE_NOOP("XlsxWriter", "name")),
             say(QT_TRANSLATE_NOOP("XlsxWriter", "currency")), say(QT_TRANSLATE_NOOP("XlsxWriter", "exchange")),
             say(QT_TRANSLATE_NOOP("XlsxWriter", "base date")), say(QT_TRANSLATE_NOOP("XlsxWriter", "base close")),
             say(QT_TRANSLATE_NOOP("XlsxWriter", "source"))});
        for (const int column : {1, 3, 6})
            m_book.setWidth(column, kTextWidth);
        m_book.setWidth(4, kNumberWidth);
        int row = 1;
        for (const ChartTable::Column &column : m_table.columns())
            writeSource(row++, column);
        QStringList notes{m_facts.subtitle, m_facts.base, PageTexts(m_plan).undrawnNote(), m_facts.sources};
        notes += m_plan.notes;
        notes.append(m_facts.program);
        notes.removeAll(QString());
        for (const QString &note : notes)
            m_book.write(++row, 0, note);
    }

    void writeSource(int row, const ChartTable::Column &column)
    {
        const charts::PlannedCurve &curve = *column.curve;
        m_book.write(row, 0, curve.symbol);
        m_book.write(row, 1, curve.name);
        m_book.write(row, 2, curve.instrument.currency);
        m_book.write(row, 3, curve.calendar->name(m_plan.texts.language()));
        if (curve.base) {
            m_book.write(row, 4, curve.base->session);
            m_book.write(row, 5, curve.base->close);
        }
        m_book.write(row, 6, curve.origins.join(QStringLiteral(", ")));
    }

    void writeVerdicts()
    {
        const qint64 offset = m_plan.zone.offsetAt(m_plan.headlines.front().published);
        //: name of a sheet; then column heads, %1 is an offset from UTC
        m_book.addSheet(
            say(QT_TRANSLATE_NOOP("XlsxWriter", "Verdicts")),
            {say(QT_TRANSLATE_NOOP("XlsxWriter", "number")),
             say(QT_TRANSLATE_NOOP("XlsxWriter", "published (%1)")).arg(utcOffset(offset)),
             say(QT_TRANSLATE_NOOP("XlsxWriter", "publisher")), say(QT_TRANSLATE_NOOP("XlsxWriter", "headline")),
             say(QT_TRANSLATE_NOOP("XlsxWriter", "instrument")), say(QT_TRANSLATE_NOOP("XlsxWriter", "claim")),
             say(QT_TRANSLATE_NOOP("XlsxWriter", "verdict")), say(QT_TRANSLATE_NOOP("XlsxWriter", "measured")),
             say(QT_TRANSLATE_NOOP("XlsxWriter", "source"))});
        m_book.setWidth(1, kDateWidth);
        for (const int column : {3, 6})
            m_book.setWidth(column, kTextWidth);
        for (const int column : {2, 4, 5, 7, 8})
            m_book.setWidth(column, kDateWidth);
        const charts::TextLanguage language(m_plan.texts.translator());
        int row = 1;
        for (std::size_t i = 0; i < m_plan.headlines.size(); ++i) {
            const core::NewsItem &item = m_plan.headlines[i];
            const auto claims = m_plan.claims ? m_plan.claims->ofNews(item.id) : std::span<const store::StoredClaim>();
            for (std::size_t n = 0; n < std::max<std::size_t>(claims.size(), 1); ++n) {
                m_book.write(row, 0, core::Price{qint64(i) + 1, 0});
                m_book.write(row, 1, item.published, offset);
                m_book.write(row, 2, item.publisher);
                m_book.write(row, 3, item.title);
                if (n < claims.size())
                    writeVerdict(row, claims[n]);
                ++row;
            }
        }
    }

    void writeVerdict(int row, const store::StoredClaim &claim)
    {
        const QLocale locale = m_plan.texts.formats().locale();
        QStringList sources;
        for (const claims::QuoteUsed &quote : claim.verdict->quotes)
            sources.append(quote.source);
        sources.removeDuplicates();
        m_book.write(row, 4, m_plan.claims->subjectName(claim.claim, m_plan.texts.language()));
        m_book.writeOwn(row, 5, claims::statedWithHedge(claim.claim, locale));
        m_book.writeOwn(row, 6, claims::verdictWithReason(claim.claim, *claim.verdict, locale));
        m_book.writeOwn(row, 7, claims::measuredAmount(claim.claim, *claim.verdict, locale));
        m_book.write(row, 8, sources.join(QStringLiteral(", ")));
    }

    XlsxBook &m_book;
    const charts::ChartPlan &m_plan;
    const PageFacts &m_facts;
    ChartTable m_table;
};

} // namespace

core::Result<ExportReport> writeXlsx(const ChartJob &job, QIODevice &device)
{
    const PageFacts facts = factsOf(*job.plan, job.options.title);
    auto book = XlsxBook::create(
        {facts.title, facts.subtitle, facts.sentences().join(u' '), facts.program, sourceDate()});
    if (!book)
        return tl::unexpected(book.error());
    Sheets(**book, job, facts).write();
    const auto bytes = (*book)->bytes();
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (device.write(*bytes) != bytes->size())
        return core::failure(core::ErrorCode::Io,
                             QCoreApplication::translate("Export", "The table could not be written."),
                             device.errorString());
    return ExportReport{};
}

} // namespace tickmark::exporting
