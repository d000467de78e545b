// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Price.h>
#include <core/Result.h>
#include <core/Time.h>

#include <QByteArray>
#include <QColor>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

typedef struct lxw_workbook lxw_workbook;
typedef struct lxw_worksheet lxw_worksheet;
typedef struct lxw_format lxw_format;

namespace tickmark::exporting {

//! What an XLSX file says of itself.
struct XlsxFacts
{
    QString title;
    QString subject;
    QString comments;
    QString program;
    std::optional<core::Time> created; //!< nothing: now
};

//! A workbook for a spreadsheet with sheets whose first row stays in view: typed dates and numbers; texts are texts and
//! never formulas. Made in a temporary folder, because its library writes files only. Numbers do not depend on the process'
//! locale. Errors show at the end, in bytes(). One thread.
class XlsxBook
{
public:
    //! Io when there is no temporary folder.
    [[nodiscard]] static core::Result<std::unique_ptr<XlsxBook>> create(const XlsxFacts &facts);
    ~XlsxBook();
    XlsxBook(const XlsxBook &) = delete;
    XlsxBook &operator=(const XlsxBook &) = delete;

    //! A new sheet with its heads (wrapped, bold); what follows goes into it.
    void addSheet(const QString &name, const QStringList &heads);
    //! Characters.
    void setWidth(int column, double width);
    //! A text from elsewhere: one that a spreadsheet could run as a formula, were it saved as CSV, gets a leading quote.
    void write(int row, int column, const QString &text);
    //! Words of our own, "+8.9%".
    void writeOwn(int row, int column, const QString &text);
    void write(int row, int column, core::SessionDate date);
    //! A time on a clock that is `offsetNs` from UTC.
    void write(int row, int column, core::Time time, qint64 offsetNs);
    //! With all decimals of the price.
    void write(int row, int column, core::Price price);
    void writePercent(int row, int column, double percent);

    //! A line of a chart: rows 1 to `lastRow` of a column over those of column 0 of the same sheet.
    struct Line
    {
        int column = 0;
        QColor color;
        double width = 2.25; //!< points
        bool dashed = false;
    };
    //! A sheet with a chart that the spreadsheet draws itself of the values of `dataSheet`.
    void addChart(const QString &name, const QString &title, const QString &valueName, const QString &dataSheet,
                  const std::vector<Line> &lines, int lastRow, bool times);

    //! Ends the book: its file. DiskFull or Io for what the library could not do. Once.
    [[nodiscard]] core::Result<QByteArray> bytes();

private:
    explicit XlsxBook(const XlsxFacts &facts);
    [[nodiscard]] lxw_format *numberFormat(int decimals);

    QTemporaryDir m_folder;
    QByteArray m_path;
    QByteArray m_folderPath;
    lxw_workbook *m_book = nullptr; //!< the library's; freed by closing it
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_head = nullptr;
    lxw_format *m_date = nullptr;
    lxw_format *m_time = nullptr;
    lxw_format *m_percent = nullptr;
    lxw_format *m_text = nullptr;
    std::vector<lxw_format *> m_numbers; //!< by decimals
};

} // namespace tickmark::exporting
