// SPDX-License-Identifier: GPL-3.0-or-later
#include "XlsxBook.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <utility>

namespace tickmark::exporting {

namespace {

constexpr qsizetype kHeadCharacters = 12; // of a bold head in the narrowest of our columns
constexpr double kLineHeight = 15;        // points
constexpr std::uint8_t kPaperA4 = 9;
constexpr double kDaysTo1970 = 25569; // from the day that spreadsheets count from
constexpr double kNsPerDay = double(core::kNsPerDay);

//! The library prints numbers as the C locale of the thread has them.
class PlainNumbers
{
public:
    PlainNumbers() : m_plain(::newlocale(LC_NUMERIC_MASK, "C", nullptr)), m_former(::uselocale(m_plain)) {}
    ~PlainNumbers()
    {
        ::uselocale(m_former);
        ::freelocale(m_plain);
    }
    PlainNumbers(const PlainNumbers &) = delete;
    PlainNumbers &operator=(const PlainNumbers &) = delete;

private:
    locale_t m_plain;
    locale_t m_former;
};

//! On as many pages as it takes.
void printOnePageWide(lxw_worksheet *sheet)
{
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, kPaperA4);
    worksheet_fit_to_pages(sheet, 1, 0);
}

//! XML has no place for most control characters.
QByteArray clean(const QString &text)
{
    constexpr qsizetype kMost = 32767; // characters that a cell may have
    QString kept = text.left(kMost);
    kept.removeIf([](QChar c) { return c < u' ' && c != u'\t' && c != u'\n'; });
    return kept.toUtf8();
}

QString noRoom(const QString &folder)
{
    return QCoreApplication::translate("Export", "The table needs room for temporary files in %1, which is full or "
                                                 "protected.")
        .arg(QDir::toNativeSeparators(folder));
}

bool looksLikeFormula(const QString &text)
{
    return !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front());
}

} // namespace

core::Result<std::unique_ptr<XlsxBook>> XlsxBook::create(const XlsxFacts &facts)
{
    std::unique_ptr<XlsxBook> book(new XlsxBook(facts));
    if (!book->m_book)
        return core::failure(core::ErrorCode::Io, noRoom(QDir::tempPath()), book->m_folder.errorString());
    return book;
}

XlsxBook::XlsxBook(const XlsxFacts &facts)
    : m_path(QFile::encodeName(m_folder.filePath(QStringLiteral("book.xlsx")))),
      m_folderPath(QFile::encodeName(m_folder.path()))
{
    if (!m_folder.isValid())
        return;
    lxw_workbook_options options{};
    options.tmpdir = m_folderPath.data();
    m_book = workbook_new_opt(m_path.constData(), &options);
    if (!m_book)
        return;
    QByteArray title = clean(facts.title);
    QByteArray subject = clean(facts.subject);
    QByteArray comments = clean(facts.comments);
    QByteArray program = clean(facts.program);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.comments = comments.data();
    properties.author = program.data();
    properties.created = time_t(facts.created ? facts.created->ns / core::kNsPerSecond : 0); // 0 is now, to the library
    workbook_set_properties(m_book, &properties);
    const auto format = [this](const char *pattern) {
        lxw_format *made = workbook_add_format(m_book);
        format_set_num_format(made, pattern);
        return made;
    };
    m_date = format("yyyy\\-mm\\-dd");
    m_time = format("yyyy\\-mm\\-dd hh:mm:ss");
    m_percent = format("+0.00;-0.00;0.00");
    m_head = workbook_add_format(m_book);
    format_set_bold(m_head);
    format_set_text_wrap(m_head);
    format_set_align(m_head, LXW_ALIGN_VERTICAL_TOP);
    m_text = format("@");
}

XlsxBook::~XlsxBook()
{
    if (m_book)
        workbook_close(m_book); // into a folder that goes with this object
}

void XlsxBook::addSheet(const QString &name, const QStringList &heads)
{
    m_sheet = workbook_add_worksheet(m_book, clean(name).constData());
    for (int i = 0; i < int(heads.size()); ++i)
        worksheet_write_string(m_sheet, 0, lxw_col_t(i), clean(heads[i]).constData(), m_head);
    // Not every spreadsheet makes room by itself for heads that wrap.
    const auto longest = std::ranges::max_element(heads, {}, [](const QString &head) { return head.size(); });
    const auto lines = longest == heads.end() ? 1 : (longest->size() + kHeadCharacters - 1) / kHeadCharacters;
    worksheet_set_row(m_sheet, 0, kLineHeight * double(lines), nullptr);
    worksheet_freeze_panes(m_sheet, 1, 0);
    printOnePageWide(m_sheet);
    worksheet_repeat_rows(m_sheet, 0, 0);
}

void XlsxBook::setWidth(int column, double width)
{
    worksheet_set_column(m_sheet, lxw_col_t(column), lxw_col_t(column), width, nullptr);
}

void XlsxBook::write(int row, int column, const QString &text)
{
    writeOwn(row, column, looksLikeFormula(text) ? u'\'' + text : text);
}

void XlsxBook::writeOwn(int row, int column, const QString &text)
{
    worksheet_write_string(m_sheet, lxw_row_t(row), lxw_col_t(column), clean(text).constData(), m_text);
}

void XlsxBook::write(int row, int column, core::SessionDate date)
{
    worksheet_write_number(m_sheet, lxw_row_t(row), lxw_col_t(column), kDaysTo1970 + date.days(), m_date);
}

void XlsxBook::write(int row, int column, core::Time time, qint64 offsetNs)
{
    const double days = double(time.ns + offsetNs) / kNsPerDay;
    worksheet_write_number(m_sheet, lxw_row_t(row), lxw_col_t(column), kDaysTo1970 + days, m_time);
}

void XlsxBook::write(int row, int column, core::Price price)
{
    worksheet_write_number(m_sheet, lxw_row_t(row), lxw_col_t(column), core::toDouble(price),
                           numberFormat(price.decimals));
}

void XlsxBook::writePercent(int row, int column, double percent)
{
    worksheet_write_number(m_sheet, lxw_row_t(row), lxw_col_t(column), percent, m_percent);
}

lxw_format *XlsxBook::numberFormat(int decimals)
{
    if (std::size_t(decimals) >= m_numbers.size())
        m_numbers.resize(std::size_t(decimals) + 1, nullptr);
    lxw_format *&format = m_numbers[std::size_t(decimals)];
    if (!format) {
        format = workbook_add_format(m_book);
        const QByteArray pattern = decimals > 0 ? "#,##0." + QByteArray(decimals, '0') : QByteArray("#,##0");
        format_set_num_format(format, pattern.constData());
    }
    return format;
}

void XlsxBook::addChart(const QString &name, const QString &title, const QString &valueName, const QString &dataSheet,
                        const std::vector<Line> &lines, int lastRow, bool times)
{
    constexpr std::array kDashes{LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_LINE_DASH_DASH_DOT,
                                 LXW_CHART_LINE_DASH_LONG_DASH, LXW_CHART_LINE_DASH_LONG_DASH_DOT};
    lxw_worksheet *sheet = workbook_add_worksheet(m_book, clean(name).constData());
    lxw_chart *chart = workbook_add_chart(m_book, LXW_CHART_LINE);
    const QByteArray data = clean(dataSheet);
    std::size_t dashed = 0;
    for (const Line &line : lines) {
        lxw_chart_series *series = chart_add_series(chart, nullptr, nullptr);
        const auto column = lxw_col_t(line.column);
        chart_series_set_categories(series, data.constData(), 1, 0, lxw_row_t(lastRow), 0);
        chart_series_set_values(series, data.constData(), 1, column, lxw_row_t(lastRow), column);
        chart_series_set_name_range(series, data.constData(), 0, column);
        lxw_chart_line style{};
        style.color = line.color.rgb() & 0xFFFFFFU;
        style.width = float(line.width);
        if (line.dashed)
            style.dash_type = std::uint8_t(kDashes[dashed++ % kDashes.size()]);
        chart_series_set_line(series, &style);
    }
    chart_title_set_name(chart, clean(title).constData());
    chart_axis_set_name(chart->y_axis, clean(valueName).constData());
    chart_axis_set_num_format(chart->x_axis, times ? "hh:mm" : "yyyy\\-mm\\-dd");
    chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    // A hole in the quotes stays one.
    chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
    lxw_chart_options options{};
    options.x_scale = 2.2; // of 480 x 288 px
    options.y_scale = 2;
    worksheet_insert_chart_opt(sheet, 0, 0, chart, &options);
    printOnePageWide(sheet);
}

core::Result<QByteArray> XlsxBook::bytes()
{
    const PlainNumbers plain;
    errno = 0;
    const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
    QFile file(QFile::decodeName(m_path));
    const bool isFull = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    if (error != LXW_NO_ERROR || !file.open(QIODevice::ReadOnly))
        return core::failure(isFull ? core::ErrorCode::DiskFull : core::ErrorCode::Io, noRoom(m_folder.path()),
                             QString::fromUtf8(lxw_strerror(error)));
    return file.readAll();
}

} // namespace tickmark::exporting
