// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTrialBox.h"

#include "SourceAdvice.h"
#include <pipeline/WhenDone.h>
#include <tables/SourceTexts.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <style/Fonts.h>

#include <utility>

namespace tickmark::dialogs {

using core::Result;
using pipeline::SourceTrial;

namespace {

constexpr int kEdge = 3;
constexpr int kExcerptLines = 4;

} // namespace

SourceTrialBox::SourceTrialBox(const style::Appearance &appearance, const SourceTools &tools, QWidget *parent)
    : QFrame(parent),
      m_appearance(appearance),
      m_tools(tools),
      m_outcome(new QLabel),
      m_rows(new QLabel),
      m_excerpt(new QPlainTextEdit),
      m_cancel(new QPushButton)
{
    m_outcome->setFont(style::textFont(style::TextRole::Title));
    m_outcome->setObjectName(QStringLiteral("trialOutcome"));
    m_rows->setObjectName(QStringLiteral("trialRows"));
    for (QLabel *label : {m_outcome, m_rows}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_excerpt->setReadOnly(true);
    m_excerpt->setObjectName(QStringLiteral("trialExcerpt"));
    m_excerpt->setTabChangesFocus(true);
    m_excerpt->setFixedHeight(m_excerpt->fontMetrics().lineSpacing() * kExcerptLines + 12);
    m_cancel->setAutoDefault(false);
    m_cancel->setObjectName(QStringLiteral("cancelTrial"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_outcome, 1);
    row->addWidget(m_cancel, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12 + kEdge, 8, 12, 8);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_rows);
    column->addWidget(m_excerpt);
    connect(m_cancel, &QPushButton::clicked, this, &SourceTrialBox::stop);
    connect(&appearance, &style::Appearance::changed, this, &SourceTrialBox::showAnswer);
    retranslate();
    hide();
}

SourceTrialBox::~SourceTrialBox()
{
    m_stop.request_stop();
}

void SourceTrialBox::start(const store::SourceSetup &setup, const QByteArray &key)
{
    m_stop.request_stop();
    m_stop = {};
    ++m_number;
    m_answer.reset();
    setRunning(true);
    if (!key.isEmpty()) {
        ask(setup, key);
        return;
    }
    pipeline::whenDone(m_tools.keys.read(setup.uuid), this,
                       [this, setup, number = m_number](const Result<QByteArray> &stored) {
                           if (number != m_number)
                               return;
                           if (stored)
                               ask(setup, *stored);
                           else
                               take(tl::unexpected(stored.error()));
                       });
}

void SourceTrialBox::ask(const store::SourceSetup &setup, const QByteArray &key)
{
    pipeline::whenDone(m_tools.scheduler.tryNow(setup, key, m_stop.get_token()), this,
                       [this, number = m_number](const Result<SourceTrial> &answer) {
                           if (number == m_number)
                               take(answer);
                       });
}

void SourceTrialBox::take(const Result<SourceTrial> &answer)
{
    m_answer = answer;
    setRunning(false);
}

void SourceTrialBox::stop()
{
    m_stop.request_stop();
    ++m_number;
    m_answer = Result<SourceTrial>(core::failure(core::ErrorCode::Cancelled, {}));
    setRunning(false);
}

void SourceTrialBox::forget()
{
    if (m_isRunning)
        return;
    m_answer.reset();
    hide();
}

void SourceTrialBox::setRunning(bool running)
{
    m_isRunning = running;
    showAnswer();
    Q_EMIT runningChanged(running);
}

void SourceTrialBox::showAnswer()
{
    setVisible(m_isRunning || m_answer);
    m_cancel->setVisible(m_isRunning);
    m_rows->clear();
    m_excerpt->clear();
    if (m_isRunning) {
        m_outcome->setText(tr("The source is being asked…"));
    } else if (m_answer && *m_answer) {
        showTrial(**m_answer);
    } else if (m_answer) {
        const core::Error &error = m_answer->error();
        m_outcome->setText(error.code == core::ErrorCode::Cancelled ? tr("The test was stopped.") : error.message);
    }
    m_rows->setVisible(!m_rows->text().isEmpty());
    m_excerpt->setVisible(!m_excerpt->document()->isEmpty());
    update();
}

void SourceTrialBox::showTrial(const SourceTrial &trial)
{
    const core::Formats &formats = m_appearance.formats();
    QStringList sentences;
    if (trial.error) {
        m_outcome->setText(trial.error->message);
        if (const QString advice = sourceAdvice(trial.errorCode, false); !advice.isEmpty())
            sentences += advice;
    } else {
        m_outcome->setText(tr("The source answers."));
        sentences += tr("Rows that can be read: %1.").arg(formats.count(trial.rows));
        if (trial.rows == 1)
            sentences += rowText(trial.first);
        else if (trial.rows > 1)
            sentences += tr("First: %1. Last: %2.").arg(rowText(trial.first), rowText(trial.last));
        if (trial.remark)
            sentences += trial.remark->message;
        if (trial.reachesUntil)
            sentences +=
                tr("It has nothing of the last days: its quotes end on %1.").arg(formats.date(*trial.reachesUntil));
    }
    QString asked = trial.address;
    if (trial.status != 0 && !asked.isEmpty())
        asked = tr("%1 (HTTP %2)", "address, status").arg(asked).arg(trial.status);
    QStringList lines{sentences.join(u' ')};
    if (!asked.isEmpty())
        lines += tr("Asked: %1", "an address").arg(asked);
    lines.removeAll(QString());
    m_rows->setText(lines.join(u'\n'));
    m_excerpt->setPlainText(trial.excerpt);
}

QString SourceTrialBox::rowText(const pipeline::TrialRow &row) const
{
    const core::Formats &formats = m_appearance.formats();
    QStringList words;
    if (row.session)
        words += formats.date(*row.session);
    if (row.time)
        words += tables::exactTimeText(*row.time, formats, m_appearance.zone());
    if (row.price)
        words += formats.price(*row.price);
    if (!row.title.isEmpty())
        words += row.title;
    return words.join(u' ');
}

void SourceTrialBox::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const bool failed = m_answer && (!*m_answer || (*m_answer)->error);
    QPainter painter(this);
    painter.fillRect(rect(), theme.alternate);
    painter.fillRect(QRect(0, 0, kEdge, height()), m_isRunning ? theme.accent
                                                   : failed    ? theme.contradicted
                                                               : theme.confirmed);
}

void SourceTrialBox::retranslate()
{
    m_cancel->setText(tr("Stop the test"));
    m_excerpt->setAccessibleName(tr("Beginning of the answer"));
    m_outcome->setAccessibleName(tr("Outcome of the test"));
    showAnswer();
}

} // namespace tickmark::dialogs
