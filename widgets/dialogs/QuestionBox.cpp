// SPDX-License-Identifier: GPL-3.0-or-later
#include "QuestionBox.h"

#include "DialectForm.h"
#include "ImportTexts.h"
#include "InstrumentForm.h"
#include <core/QtDates.h>

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <style/Fonts.h>

#include <algorithm>
#include <utility>

namespace tickmark::dialogs {

using sources::DateForm;

QuestionBox::QuestionBox(const style::Appearance &appearance, QStringList mics, QWidget *parent)
    : QFrame(parent), m_appearance(appearance), m_mics(std::move(mics)), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(14, 10, 12, 10);
    m_layout->setSpacing(6);
    hide();
}

void QuestionBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance.theme().tint);
    painter.fillRect(QRect(0, 0, 3, height()), m_appearance.theme().accent);
}

void QuestionBox::show(const ImportPreview &preview, const ImportDraft &draft,
                       const std::vector<core::Instrument> &known)
{
    m_preview = preview;
    m_preview.rows.clear();
    m_draft = draft;
    const bool ofList = isList(preview.readAs);
    const bool isOther = preview.readAs != std::exchange(m_shownAs, preview.readAs); // so are its questions
    for (const ImportQuestion question : preview.questions)
        add(question);
    // A file that names no instrument keeps its choice, also when it was answered by the file's name.
    if (!preview.namesSymbols)
        add(ImportQuestion::Symbol);
    for (auto asked = m_asked.begin(); asked != m_asked.end();) {
        const bool passes = !asked->second.answers || (isOther && asked->first != ImportQuestion::Symbol);
        const bool answered = std::ranges::find(preview.questions, asked->first) == preview.questions.end();
        const bool pointless = asked->first == ImportQuestion::Symbol && preview.namesSymbols;
        const bool ofQuotes = ofList && asked->first != ImportQuestion::Symbol;
        if ((passes && answered) || pointless || ofQuotes) {
            if (asked->first == ImportQuestion::Symbol)
                m_instrument = nullptr;
            delete asked->second.text;
            delete asked->second.answers;
            asked = m_asked.erase(asked);
        } else {
            ++asked;
        }
    }
    if (m_instrument)
        m_instrument->show(known, draft.options.symbol, draft.newInstrument);
    showTexts();
    setVisible(!m_asked.empty());
}

void QuestionBox::add(ImportQuestion question)
{
    if (m_asked.contains(question))
        return;
    Asked asked;
    asked.text = new QLabel(this);
    asked.text->setWordWrap(true);
    asked.text->setTextFormat(Qt::PlainText);
    asked.text->setFont(style::textFont(style::TextRole::Title));
    m_layout->addWidget(asked.text);
    asked.answers = answersOf(question);
    if (asked.answers)
        m_layout->addWidget(asked.answers);
    m_asked.emplace(question, asked);
}

QWidget *QuestionBox::answersOf(ImportQuestion question)
{
    switch (question) {
    case ImportQuestion::DateColumn:
    case ImportQuestion::CloseColumn:
    case ImportQuestion::PriceColumn:
        return nullptr;
    case ImportQuestion::DayOrMonth:
        return choices({QStringLiteral("dayFirst"), QStringLiteral("monthFirst")}, [](ImportDraft &draft, int index) {
            draft.edits.dateForm = index == 0 ? DateForm::DayMonthYear : DateForm::MonthDayYear;
        });
    case ImportQuestion::NumberMarks:
        return choices({QStringLiteral("pointDecimal"), QStringLiteral("commaDecimal")},
                       [](ImportDraft &draft, int index) {
                           draft.edits.numbers = index == 0 ? core::NumberStyle{'.', ','} : core::NumberStyle{',', '.'};
                       });
    case ImportQuestion::Zone:
        return zoneAnswer();
    case ImportQuestion::Day:
        return dayAnswer();
    case ImportQuestion::Interval:
        return intervalAnswer();
    case ImportQuestion::Symbol:
        break;
    }
    m_instrument = new InstrumentForm(m_appearance, m_mics, this);
    connect(m_instrument, &InstrumentForm::changed, this,
            [this](const QString &symbol, const std::optional<core::Instrument> &added) {
                Q_EMIT edited([symbol, added](ImportDraft &draft) {
                    draft.options.symbol = symbol;
                    draft.newInstrument = added;
                });
            });
    return m_instrument;
}

QWidget *QuestionBox::choices(const QStringList &objectNames, const std::function<void(ImportDraft &, int)> &choose)
{
    auto *group = new QWidget(this);
    auto *column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (int i = 0; i < objectNames.size(); ++i) {
        auto *button = new QRadioButton(group);
        button->setObjectName(objectNames[i]);
        column->addWidget(button);
        connect(button, &QRadioButton::clicked, this,
                [this, choose, i] { Q_EMIT edited([choose, i](ImportDraft &draft) { choose(draft, i); }); });
    }
    return group;
}

QWidget *QuestionBox::zoneAnswer()
{
    auto *box = new QComboBox(this);
    box->setObjectName(QStringLiteral("askedZone"));
    box->addItem(QString(), QByteArray());
    fillZones(*box);
    box->setCurrentIndex(-1);
    const auto answer = [this, box] {
        if (const QByteArray zone = zoneOf(*box); !zone.isEmpty() && zone != m_draft.options.zone)
            Q_EMIT edited([zone](ImportDraft &draft) { draft.options.zone = zone; });
    };
    connect(box, &QComboBox::activated, this, answer);
    connect(box->lineEdit(), &QLineEdit::editingFinished, this, answer);
    return box;
}

QWidget *QuestionBox::dayAnswer()
{
    auto *group = new QWidget(this);
    auto *row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    auto *edit = new QDateEdit(QDate::currentDate(), group);
    edit->setObjectName(QStringLiteral("askedDay"));
    edit->setCalendarPopup(true);
    auto *use = new QPushButton(group);
    use->setObjectName(QStringLiteral("useDay"));
    row->addWidget(edit);
    row->addWidget(use);
    row->addStretch();
    connect(use, &QPushButton::clicked, this, [this, edit] {
        const QDate day = edit->date();
        Q_EMIT edited([day](ImportDraft &draft) { draft.options.date = core::fromQDate(day); });
    });
    return group;
}

QWidget *QuestionBox::intervalAnswer()
{
    auto *box = new QComboBox(this);
    box->setObjectName(QStringLiteral("askedInterval"));
    fillIntervals(*box);
    box->setCurrentIndex(-1);
    connect(box, &QComboBox::activated, this, [this, box] {
        Q_EMIT edited(
            [interval = box->currentData().toLongLong()](ImportDraft &draft) { draft.options.intervalNs = interval; });
    });
    return box;
}

void QuestionBox::showChoices(ImportQuestion question, const QStringList &texts, int chosen)
{
    const auto buttons = m_asked[question].answers->findChildren<QRadioButton *>();
    for (qsizetype i = 0; i < buttons.size() && i < texts.size(); ++i) {
        const QSignalBlocker blocker(buttons[i]);
        buttons[i]->setText(texts[i]);
        if (chosen == int(i))
            buttons[i]->setChecked(true);
    }
}

void QuestionBox::showTexts()
{
    for (auto &[question, asked] : m_asked) {
        asked.text->setText(questionText(question, m_preview));
        if (asked.answers)
            asked.answers->setAccessibleName(asked.text->text());
        switch (question) {
        case ImportQuestion::DayOrMonth: {
            const auto form = m_draft.edits.dateForm;
            const int chosen = form == DateForm::DayMonthYear ? 0 : form == DateForm::MonthDayYear ? 1 : -1;
            showChoices(question,
                        {tr("The day comes first: day, month, year"), tr("The month comes first: month, day, year")},
                        chosen);
            break;
        }
        case ImportQuestion::NumberMarks: {
            const auto style = m_draft.edits.numbers;
            const int chosen = !style ? -1 : style->decimal == '.' ? 0 : 1;
            showChoices(question,
                        {tr("A point marks the decimals, a comma groups of three: 1,234.56"),
                         tr("A comma marks the decimals, a point groups of three: 1.234,56")},
                        chosen);
            break;
        }
        case ImportQuestion::Day:
            asked.answers->findChild<QPushButton *>()->setText(tr("Use this day"));
            asked.answers->findChild<QDateEdit *>()->setAccessibleName(asked.text->text());
            break;
        case ImportQuestion::Zone: {
            auto *box = static_cast<QComboBox *>(asked.answers);
            box->lineEdit()->setPlaceholderText(tr("Choose the time zone…"));
            break;
        }
        case ImportQuestion::Interval: {
            auto *box = static_cast<QComboBox *>(asked.answers);
            box->setPlaceholderText(tr("Choose the length…"));
            for (int i = 0; i < box->count(); ++i)
                box->setItemText(i, intervalText(box->itemData(i).toLongLong()));
            break;
        }
        default:
            break;
        }
    }
}

void QuestionBox::retranslate()
{
    if (m_instrument)
        m_instrument->retranslate();
    showTexts();
}

} // namespace tickmark::dialogs
