// SPDX-License-Identifier: GPL-3.0-or-later
#include "TableCopy.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMimeData>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace tickmark::style {

namespace {

const QHeaderView *headerOf(const QAbstractItemView &view)
{
    if (const auto *table = qobject_cast<const QTableView *>(&view))
        return table->horizontalHeader();
    if (const auto *tree = qobject_cast<const QTreeView *>(&view))
        return tree->header();
    return nullptr;
}

//! Columns as the user sees them: hidden ones left out, moved ones where they are.
std::vector<int> visibleColumns(const QAbstractItemView &view)
{
    const QHeaderView *header = headerOf(view);
    std::vector<int> columns;
    const int count = view.model()->columnCount(view.rootIndex());
    for (int place = 0; place < count; ++place) {
        const int column = header ? header->logicalIndex(place) : place;
        if (!header || !header->isSectionHidden(column))
            columns.push_back(column);
    }
    return columns;
}

std::vector<int> chosenRows(const QAbstractItemView &view)
{
    std::vector<int> rows;
    for (const QModelIndex &index : view.selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    if (rows.empty()) {
        for (int row = 0; row < view.model()->rowCount(view.rootIndex()); ++row)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QString plainCell(QString text)
{
    text.replace(QChar(0x2212), u'-').replace(u'\t', u' ').replace(u'\n', u' ').remove(u'\r');
    return text;
}

void appendRow(const QStringList &cells, const QString &tag, QString &tsv, QString &html)
{
    html += QStringLiteral("<tr>");
    for (qsizetype i = 0; i < cells.size(); ++i) {
        tsv += (i > 0 ? QStringLiteral("\t") : QString()) + plainCell(cells[i]);
        html += u'<' + tag + u'>' + cells[i].toHtmlEscaped() + QStringLiteral("</") + tag + u'>';
    }
    tsv += u'\n';
    html += QStringLiteral("</tr>");
}

void copy(const QAbstractItemView &view)
{
    if (!view.model() || !view.selectionModel())
        return;
    const std::vector<int> columns = visibleColumns(view);
    QString tsv;
    QString html = QStringLiteral("<table>");
    QStringList heads;
    for (const int column : columns)
        heads.append(view.model()->headerData(column, Qt::Horizontal).toString());
    appendRow(heads, QStringLiteral("th"), tsv, html);
    for (const int row : chosenRows(view)) {
        QStringList cells;
        for (const int column : columns)
            cells.append(view.model()->index(row, column, view.rootIndex()).data().toString());
        appendRow(cells, QStringLiteral("td"), tsv, html);
    }
    auto *data = new QMimeData; // the clipboard takes it
    data->setText(tsv);
    data->setData(QStringLiteral("text/tab-separated-values"), tsv.toUtf8());
    data->setHtml(html + QStringLiteral("</table>"));
    QGuiApplication::clipboard()->setMimeData(data);
}

//! Keeps its text in the language of the window.
class CopyAction : public QAction
{
public:
    explicit CopyAction(QAbstractItemView *view) : QAction(view)
    {
        setShortcut(QKeySequence::Copy);
        setShortcutContext(Qt::WidgetShortcut);
        view->installEventFilter(this);
        retranslate();
        connect(this, &QAction::triggered, view, [view] { copy(*view); });
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            retranslate();
        return QAction::eventFilter(watched, event);
    }

private:
    void retranslate() { setText(QCoreApplication::translate("TableCopy", "Copy table")); }
};

} // namespace

void addTableCopy(QAbstractItemView &view)
{
    view.addAction(new CopyAction(&view));
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace tickmark::style
