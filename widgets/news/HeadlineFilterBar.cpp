// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineFilterBar.h"

#include "NewsTexts.h"
#include <claims/ClaimLabels.h>
#include <news/SafeText.h>

#include <QActionGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <style/ChoiceBox.h>
#include <style/FilterField.h>
#include <style/FilterState.h>
#include <style/IconButton.h>

#include <functional>

namespace tickmark::newsview {

namespace {

constexpr int kMargin = 12;
constexpr int kGap = 8;
constexpr int kLongestPublisher = 60;

//! One action for each value, the first one for all of them; a chosen value that is no longer among them stays.
void offer(QMenu *menu, QActionGroup *choices, const QString &all, QStringList values, const QString &chosen,
           const std::function<QString(const QString &)> &name)
{
    menu->clear();
    values.prepend(QString());
    if (!values.contains(chosen))
        values.append(chosen);
    for (const QString &value : std::as_const(values)) {
        // an ampersand of a name is no shortcut
        QString text = value.isEmpty() ? all : name(value);
        QAction *action = menu->addAction(text.replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setData(value);
        action->setChecked(value == chosen);
        choices->addAction(action);
    }
}

} // namespace

HeadlineFilterBar::HeadlineFilterBar(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_text(new style::FilterField),
      m_verdict(new style::ChoiceBox),
      m_instrument(new style::ChoiceBox),
      m_more(new style::IconButton(style::Sign::More, appearance)),
      m_menu(new QMenu(this)),
      m_publisherMenu(new QMenu(this)),
      m_publisherChoices(new QActionGroup(this)),
      m_languageMenu(new QMenu(this)),
      m_languageChoices(new QActionGroup(this)),
      m_inView(new QAction(this)),
      m_unread(new QAction(this)),
      m_markAll(new QAction(this)),
      m_state(new style::FilterState(appearance))
{
    setAutoFillBackground(true);
    build();
    buildMenu();
    connect(&appearance, &style::Appearance::changed, this, &HeadlineFilterBar::recolor);
    recolor();
    retranslate();
}

void HeadlineFilterBar::build()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kMargin, kGap, kMargin - 4, kGap);
    row->setSpacing(kGap);
    row->addWidget(m_text, 1);
    row->addWidget(m_verdict);
    row->addWidget(m_instrument);
    row->addWidget(m_more);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_state);

    connect(m_text, &style::FilterField::leaveRequested, this, &HeadlineFilterBar::leaveRequested);
    connect(m_text, &style::FilterField::filterChanged, this, [this](const QString &text) {
        HeadlineChoice choice = m_choice;
        choice.text = text;
        choose(choice);
    });
    connect(m_verdict, &QComboBox::currentIndexChanged, this, &HeadlineFilterBar::chooseFromBoxes);
    connect(m_instrument, &QComboBox::currentIndexChanged, this, &HeadlineFilterBar::chooseFromBoxes);
    connect(m_state, &style::FilterState::clearRequested, this, [this] {
        setChoice({});
        Q_EMIT choiceChanged(m_choice);
    });
}

void HeadlineFilterBar::chooseFromBoxes()
{
    HeadlineChoice choice = m_choice;
    choice.verdict = claims::verdictFromText(m_verdict->currentData().toString());
    choice.symbol = m_instrument->currentData().toString();
    choose(choice);
}

void HeadlineFilterBar::buildMenu()
{
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_more->setCheckable(true);
    // a popup button toggles nothing; checked means that something in its menu is on
    connect(m_menu, &QMenu::aboutToHide, this, &HeadlineFilterBar::showState);
    m_inView->setCheckable(true);
    m_unread->setCheckable(true);
    m_menu->addAction(m_inView);
    m_menu->addAction(m_unread);
    m_menu->addMenu(m_publisherMenu);
    m_menu->addMenu(m_languageMenu);
    m_menu->addSeparator();
    m_menu->addAction(m_markAll);
    connect(m_inView, &QAction::triggered, this, [this](bool on) {
        HeadlineChoice choice = m_choice;
        choice.inViewOnly = on;
        choose(choice);
    });
    connect(m_unread, &QAction::triggered, this, [this](bool on) {
        HeadlineChoice choice = m_choice;
        choice.unreadOnly = on;
        choose(choice);
    });
    connect(m_publisherChoices, &QActionGroup::triggered, this, [this](const QAction *action) {
        HeadlineChoice choice = m_choice;
        choice.publisher = action->data().toString();
        choose(choice);
    });
    connect(m_languageChoices, &QActionGroup::triggered, this, [this](const QAction *action) {
        HeadlineChoice choice = m_choice;
        choice.language = action->data().toString();
        choose(choice);
    });
    connect(m_markAll, &QAction::triggered, this, &HeadlineFilterBar::markAllReadRequested);
}

void HeadlineFilterBar::setOffers(const std::vector<tables::NamedInstrument> &instruments,
                                  const QStringList &publishers, const QStringList &languages)
{
    m_instruments = instruments;
    m_publishers = publishers;
    m_languages = languages;
    showChoice();
}

void HeadlineFilterBar::setChoice(const HeadlineChoice &choice)
{
    m_choice = choice;
    m_text->setFilter(m_choice.text);
    showChoice();
}

void HeadlineFilterBar::choose(HeadlineChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = std::move(choice);
    showState();
    Q_EMIT choiceChanged(m_choice);
}

void HeadlineFilterBar::setCounts(int shown, int all)
{
    m_shown = shown;
    m_all = all;
    showState();
}

void HeadlineFilterBar::focusText()
{
    m_text->focusAll();
}

void HeadlineFilterBar::showChoice()
{
    const QSignalBlocker quietVerdict(m_verdict);
    const QSignalBlocker quietInstrument(m_instrument);
    offerVerdicts();
    offerInstruments();
    offerPublishers();
    offerLanguages();
    m_inView->setChecked(m_choice.inViewOnly);
    m_unread->setChecked(m_choice.unreadOnly);
    showState();
}

void HeadlineFilterBar::offerVerdicts()
{
    using claims::VerdictCode;
    m_verdict->clear();
    m_verdict->addItem(tr("All verdicts"), QString());
    m_verdict->updateGeometry();
    for (const VerdictCode code : {VerdictCode::Close, VerdictCode::Intraday, VerdictCode::OtherBasis,
                                   VerdictCode::Contradicted, VerdictCode::NoData, VerdictCode::Unattributed})
        m_verdict->addItem(claims::verdictCodeLabel(code), claims::verdictCodeText(code));
    m_verdict->setCurrentIndex(
        m_verdict->findData(m_choice.verdict ? claims::verdictCodeText(*m_choice.verdict) : QString()));
}

void HeadlineFilterBar::offerInstruments()
{
    m_instrument->clear();
    m_instrument->addItem(tr("All instruments"), QString());
    m_instrument->updateGeometry();
    for (const tables::NamedInstrument &instrument : m_instruments) {
        m_instrument->addItem(instrument.label, instrument.symbol);
        m_instrument->setItemData(m_instrument->count() - 1, instrument.name.toHtmlEscaped(), Qt::ToolTipRole);
    }
    if (m_instrument->findData(m_choice.symbol) < 0)
        m_instrument->addItem(m_choice.symbol, m_choice.symbol);
    m_instrument->setCurrentIndex(m_instrument->findData(m_choice.symbol));
}

void HeadlineFilterBar::offerPublishers()
{
    offer(m_publisherMenu, m_publisherChoices, tr("All publishers"), m_publishers, m_choice.publisher,
          [](const QString &publisher) { return news::visibleLine(publisher, kLongestPublisher); });
}

void HeadlineFilterBar::offerLanguages()
{
    offer(m_languageMenu, m_languageChoices, tr("All languages"), m_languages, m_choice.language, languageName);
}

void HeadlineFilterBar::showState()
{
    m_more->setChecked(m_choice.inViewOnly || m_choice.unreadOnly || !m_choice.language.isEmpty()
                       || !m_choice.publisher.isEmpty());
    m_state->setVisible(!m_choice.isEmpty());
    const core::Formats &formats = m_appearance.formats();
    //: "5 of 27 headlines": what a filter leaves of all
    m_state->setText(tr("%1 of %Ln headlines", nullptr, m_all).arg(formats.count(m_shown)));
}

void HeadlineFilterBar::retranslate()
{
    m_text->setPlaceholderText(tr("Filter text"));
    m_text->setAccessibleName(tr("Filter headlines by words in title and text"));
    m_verdict->setAccessibleName(tr("Filter headlines by verdict"));
    m_instrument->setAccessibleName(tr("Filter headlines by instrument"));
    m_more->setPurpose(tr("More filters"));
    m_inView->setText(tr("Only in view"));
    m_unread->setText(tr("Only unread"));
    m_publisherMenu->setTitle(tr("Publisher"));
    m_languageMenu->setTitle(tr("Language of the headlines"));
    m_markAll->setText(tr("Mark all as read"));
    showChoice();
}

void HeadlineFilterBar::recolor()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_appearance.theme().base);
    setPalette(colors);
    showState();
}

void HeadlineFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tickmark::newsview
