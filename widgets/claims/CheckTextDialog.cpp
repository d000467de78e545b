// SPDX-License-Identifier: GPL-3.0-or-later
#include "CheckTextDialog.h"

#include "CheckTextCounts.h"
#include "CheckTextOptions.h"
#include "CheckTextQuotes.h"
#include "CheckTextRun.h"
#include "ClaimEditor.h"
#include "ClaimRowsModel.h"
#include "RowsExport.h"
#include "VerdictDelegate.h"
#include <core/WallClock.h>

#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <style/Fonts.h>
#include <style/TableCopy.h>

#include <algorithm>

namespace tickmark::claimview {

namespace {

constexpr QSize kWantedSize{1040, 620};
constexpr QSize kWindowFrame{16, 48}; // of the window system
constexpr int kBetween = 8;           // text and results
constexpr int kRowHeight = 28;
constexpr int kBoxHeight = 150;
constexpr int kWidestColumn = 190;

} // namespace

CheckTextDialog::CheckTextDialog(const style::Appearance &appearance, QWidget *parent)
    : QDialog(parent), m_appearance(appearance)
{
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setAcceptDrops(true);
    build();
    connectParts();
    retranslate();
    showNothing();
    const QScreen *place = parent ? parent->screen() : screen();
    resize(place ? kWantedSize.boundedTo(place->availableSize() - kWindowFrame) : kWantedSize);
    m_editor->setFocus();
}

CheckTextDialog::~CheckTextDialog()
{
    m_stop.request_stop();
}

void CheckTextDialog::build()
{
    const core::Time now{core::wallClock().ns / core::kNsPerMinute * core::kNsPerMinute};
    m_run = new CheckTextRun(this);
    m_options = new CheckTextOptions(m_appearance, now);
    m_quotes = new CheckTextQuotes(m_appearance);
    m_quotes->setTimes(now, now);
    m_editor = new ClaimEditor(m_appearance);
    m_noteLine = new QLabel;
    m_noteLine->setObjectName(QStringLiteral("note"));
    m_noteLine->setTextFormat(Qt::PlainText);
    m_noteLine->setWordWrap(true);
    m_noteLine->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_counts = new CheckTextCounts(m_appearance);
    m_state = new QLabel;
    m_state->setObjectName(QStringLiteral("state"));
    m_save = new QPushButton;
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setAutoDefault(false);
    m_close = new QPushButton;
    m_close->setAutoDefault(false);

    auto *halves = new QSplitter(Qt::Horizontal);
    halves->addWidget(m_editor);
    halves->addWidget(buildResults());
    halves->setChildrenCollapsible(false);
    halves->setSizes({440, 570});
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_counts);
    foot->addWidget(m_state, 1);
    foot->addWidget(m_save);
    foot->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 10);
    column->addWidget(m_options);
    column->addWidget(m_quotes);
    column->addWidget(halves, 1);
    column->addWidget(m_noteLine);
    column->addLayout(foot);
}

QWidget *CheckTextDialog::buildResults()
{
    m_model = new ClaimRowsModel(m_appearance, this);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("claims"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new VerdictDelegate(m_appearance, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(ClaimRowsModel::Verdict, QHeaderView::Stretch);
    style::addTableCopy(*m_table);
    auto *csv = new RowsExport(m_appearance, *m_model, *m_table);
    connect(csv, &RowsExport::exported, this, &CheckTextDialog::exported);
    connect(csv, &RowsExport::failed, this, &CheckTextDialog::failed);

    m_box = new QFrame;
    m_box->setFrameShape(QFrame::StyledPanel);
    m_box->setAutoFillBackground(true);
    m_heading = new QLabel;
    m_heading->setFont(style::textFont(style::TextRole::Headline));
    m_sentence = new QLabel;
    m_sentence->setObjectName(QStringLiteral("explanation"));
    m_sentence->setFont(style::textFont(style::TextRole::Sentence));
    for (QLabel *label : {m_heading, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    auto *box = new QVBoxLayout(m_box);
    box->setContentsMargins(12, 10, 12, 10);
    box->addWidget(m_heading);
    box->addWidget(m_sentence);
    box->addStretch();
    m_box->setMinimumHeight(kBoxHeight);

    auto *results = new QWidget;
    auto *column = new QVBoxLayout(results);
    column->setContentsMargins(kBetween, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(m_box);
    return results;
}

void CheckTextDialog::fitColumns()
{
    for (const int column : {ClaimRowsModel::Instrument, ClaimRowsModel::Stated, ClaimRowsModel::Measured}) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), kWidestColumn));
    }
}

void CheckTextDialog::showClaims(const tables::ClaimBookPtr &book, const QString &language)
{
    const QModelIndex current = m_table->currentIndex();
    const std::optional<store::ClaimKey> before = current.isValid() && m_book
                                                      ? std::optional(m_model->at(current.row()).key())
                                                      : std::nullopt;
    m_isFilling = true; // the cursor stays where the user is typing
    m_book = book;
    m_model->setClaims(book, 0); // a text that is not news has no id
    m_counts->setBook(book);
    m_language = language;
    m_options->setDetected(language);
    std::vector<ClaimEditor::Mark> marks;
    for (const store::StoredClaim &claim : book->claims())
        marks.push_back({claim.claim.span, claim.verdict->code});
    m_editor->setMarks(std::move(marks));
    fitColumns();
    const int known = before ? m_model->rowOf(*before, current.row()) : -1;
    selectRow(known >= 0 ? known : m_editor->markAtCursor());
    m_isFilling = false;
    showExplanation();
    showState();
}

void CheckTextDialog::showNothing()
{
    m_book.reset();
    m_model->setClaims({}, 0);
    m_counts->setBook({});
    m_editor->setMarks({});
    showExplanation();
    showState();
}

void CheckTextDialog::selectRow(int row)
{
    if (row < 0) {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        return;
    }
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0));
}

void CheckTextDialog::setText(const QString &text)
{
    m_editor->replaceText(text);
}

void CheckTextDialog::setPublished(core::Time published)
{
    m_isTimeChosen = true;
    m_options->setPublished(published);
}

bool CheckTextDialog::isBusy() const
{
    return m_run->isBusy();
}

} // namespace tickmark::claimview
