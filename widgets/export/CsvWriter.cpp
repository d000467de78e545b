// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartTable.h"
#include "CsvCell.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QIODevice>

namespace tickmark::exporting {

namespace {

constexpr int kPercentDecimals = 4;

//! How one form writes what it is given; the default is the neutral one.
class CsvText
{
public:
    CsvText(const ChartTable &table, const charts::ChartPlan &plan, CsvForm form)
        : m_table(table), m_plan(plan), m_german(form == CsvForm::German)
    {}

    QByteArray whole() const
    {
        // Spreadsheets take a file without the mark for one in the code page of the system.
        QByteArray text = m_german ? QByteArray("\xEF\xBB\xBF") : QByteArray();
        text += line(head());
        for (const ChartTable::Row &row : m_table.rows())
            text += line(cells(row));
        return text;
    }

private:
    QByteArray line(const QByteArrayList &cells) const { return cells.join(m_german ? ';' : ',') + "\r\n"; }

    QByteArray cell(const QString &text) const
    {
        const QByteArray made = csvText(text);
        const bool isQuoted = made.startsWith('"');
        return m_german && !isQuoted && made.contains(';') ? '"' + made + '"' : made;
    }

    QByteArray number(QByteArray plain) const { return m_german ? plain.replace('.', ',') : plain; }
    QByteArray number(core::Price price) const { return number(QByteArray::fromStdString(core::toPlainText(price))); }

    QString date(core::SessionDate session) const
    {
        return m_german ? m_dates.date(session) : QString::fromStdString(session.iso());
    }

    QByteArrayList head() const
    {
        const charts::Translator neutral{QString()};
        QByteArrayList cells;
        for (const QString &text :
             m_german ? m_table.heads(m_plan.texts.translator(), m_table.clockOffset()) : m_table.heads(neutral, 0))
            cells.append(cell(text));
        return cells;
    }

    //! Local times without an offset are what a spreadsheet takes for times.
    QByteArray key(const ChartTable::Row &row) const
    {
        if (row.date)
            return date(*row.date).toLatin1();
        if (!m_german)
            return QByteArray::fromStdString(core::isoTime(*row.time));
        const qint64 local = row.time->ns + m_table.clockOffset();
        return QDateTime::fromMSecsSinceEpoch(local / 1'000'000, Qt::UTC)
            .toString(QStringLiteral("dd.MM.yyyy HH:mm:ss"))
            .toLatin1();
    }

    QByteArrayList cells(const ChartTable::Row &row) const
    {
        QByteArrayList cells{key(row)};
        for (std::size_t i = 0; i < m_table.columns().size(); ++i) {
            const ChartTable::Column &column = m_table.columns()[i];
            const core::Bar *bar = row.bars[i];
            if (!bar) {
                cells.append(QByteArrayList(column.hasPercent() ? 2 : 1));
                continue;
            }
            if (column.volume) {
                const auto volume = m_table.volume(column, *bar);
                cells.append(volume ? number(*volume) : QByteArray());
            } else {
                cells.append(number(m_table.close(column, *bar)));
            }
            if (column.hasPercent())
                cells.append(number(csvNumber(m_table.percent(column, *bar), kPercentDecimals)));
        }
        return cells;
    }

    const ChartTable &m_table;
    const charts::ChartPlan &m_plan;
    bool m_german;
    core::Formats m_dates{QStringLiteral("de")}; //!< of the German form, whatever the language of the words
};

} // namespace

core::Result<ExportReport> writeCsv(const ChartJob &job, QIODevice &device)
{
    const ChartTable table(job);
    const QByteArray text = CsvText(table, *job.plan, job.options.csv).whole();
    if (device.write(text) != text.size())
        return core::failure(core::ErrorCode::Io,
                             QCoreApplication::translate("Export", "The table could not be written."),
                             device.errorString());
    return ExportReport{};
}

} // namespace tickmark::exporting
