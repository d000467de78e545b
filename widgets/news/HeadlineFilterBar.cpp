// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineFilterBar.h"

#include "NewsTexts.h"
#include <claims/ClaimLabels.h>
#include <news/SafeText.h>

#include <QActionGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <style/Fonts.h>
#include <style/IconButton.h>

#include <functional>

namespace tickmark::newsview {

namespace {

constexpr int kTextDelayMs = 120;
constexpr int kMargin = 12;
constexpr int kGap = 8;
constexpr int kLongestText = 200;
constexpr int kLongestPublisher = 60;

//! As wide as its first choice ("All ..."); a longer one is cut off with an ellipsis.
class ChoiceBox : public QComboBox
{
public:
    ChoiceBox()
    {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setMaxVisibleItems(20);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(itemText(0)) + kArrow, QComboBox::sizeHint().height()};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {kArrow * 2, QComboBox::sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStyleOptionComboBox option;
        initStyleOption(&option);
        const QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
        option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, field.width() - kPadding);
        QStylePainter painter(this);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }

private:
    static constexpr int kArrow = 40;
    static constexpr int kPadding = 4;
};

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
      m_text(new QLineEdit),
      m_verdict(new ChoiceBox),
      m_instrument(new ChoiceBox),
      m_more(new style::IconButton(style::Sign::More, appearance)),
      m_menu(new QMenu(this)),
      m_publisherMenu(new QMenu(this)),
      m_publisherChoices(new QActionGroup(this)),
      m_languageMenu(new QMenu(this)),
      m_languageChoices(new QActionGroup(this)),
      m_inView(new QAction(this)),
      m_unread(new QAction(this)),
      m_markAll(new QAction(this)),
      m_state(new QWidget),
      m_stateText(new QLabel),
      m_clear(new QToolButton)
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

    auto *state = new QHBoxLayout(m_state);
    state->setContentsMargins(kMargin, 0, kMargin, kGap / 2);
    state->addWidget(m_stateText, 1);
    state->addWidget(m_clear);
    m_stateText->setFont(style::textFont(style::TextRole::Small));
    m_clear->setFont(style::textFont(style::TextRole::Small));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::TabFocus);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_state);

    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(kLongestText);
    m_text->setMinimumWidth(80);
    m_text->installEventFilter(this);
    m_textTimer.setSingleShot(true);
    m_textTimer.setInterval(kTextDelayMs);
    const auto chooseText = [this] {
        HeadlineChoice choice = m_choice;
        choice.text = m_text->text();
        choose(choice);
    };
    connect(m_text, &QLineEdit::textChanged, &m_textTimer, qOverload<>(&QTimer::start));
    connect(&m_textTimer, &QTimer::timeout, this, chooseText);
    connect(m_verdict, &QComboBox::currentIndexChanged, this, &HeadlineFilterBar::chooseFromBoxes);
    connect(m_instrument, &QComboBox::currentIndexChanged, this, &HeadlineFilterBar::chooseFromBoxes);
    connect(m_clear, &QToolButton::clicked, this, [this] {
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
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void HeadlineFilterBar::showChoice()
{
    const QSignalBlocker quietText(m_text);
    const QSignalBlocker quietVerdict(m_verdict);
    const QSignalBlocker quietInstrument(m_instrument);
    m_textTimer.stop();
    if (m_text->text() != m_choice.text)
        m_text->setText(m_choice.text);
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
    m_stateText->setText(tr("%1 of %n headlines", nullptr, m_all).arg(formats.count(m_shown)));
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
    m_clear->setText(tr("Clear filter"));
    showChoice();
}

void HeadlineFilterBar::recolor()
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.base);
    setPalette(colors);
    QPalette link = m_clear->palette();
    link.setColor(QPalette::ButtonText, theme.accent);
    m_clear->setPalette(link);
    QPalette text = m_stateText->palette();
    text.setColor(QPalette::WindowText, theme.secondary);
    m_stateText->setPalette(text);
    showState();
}

void HeadlineFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool HeadlineFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT leaveRequested();
            return true;
        }
        if (key == Qt::Key_Escape && !m_text->text().isEmpty()) {
            m_text->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tickmark::newsview
