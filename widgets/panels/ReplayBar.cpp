// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReplayBar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>

#include <style/Fonts.h>
#include <style/IconButton.h>

#include <algorithm>
#include <array>

namespace tickmark::panels {

using core::Time;

namespace {

constexpr int kPlaces = 10'000; // of the slider
constexpr int kSeekStep = kPlaces / 100;
constexpr std::array kSpeeds{1.0, 10.0, 60.0, 300.0, 1800.0, 10'800.0};

//! A click beside the handle goes there at once.
class SeekSlider : public QSlider
{
public:
    SeekSlider() : QSlider(Qt::Horizontal) {}

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton)
            setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), int(event->position().x()), width()));
        QSlider::mousePressEvent(event);
    }
};

} // namespace

ReplayBar::ReplayBar(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_title(new QLabel),
      m_toggle(new style::IconButton(style::Sign::Play, appearance)),
      m_slider(new SeekSlider),
      m_time(new QLabel),
      m_speed(new QComboBox),
      m_close(new style::IconButton(style::Sign::Close, appearance))
{
    setObjectName(QStringLiteral("replay"));
    m_title->setFont(style::textFont(style::TextRole::Title));
    m_title->setTextFormat(Qt::PlainText);
    m_time->setFont(style::textFont(style::TextRole::Normal));
    m_time->setTextFormat(Qt::PlainText);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_slider->setRange(0, kPlaces);
    m_slider->setPageStep(kSeekStep);
    m_slider->setSingleStep(kSeekStep / 10);
    m_slider->setTracking(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_toggle);
    row->addWidget(m_slider, 1);
    row->addWidget(m_time);
    row->addWidget(m_speed);
    row->addWidget(m_close);
    connect(m_toggle, &QToolButton::clicked, this, &ReplayBar::toggle);
    connect(m_slider, &QSlider::valueChanged, this, [this](int place) { Q_EMIT seekWanted(timeAt(place)); });
    connect(m_speed, &QComboBox::activated, this,
            [this](int index) { Q_EMIT speedWanted(m_speed->itemData(index).toDouble()); });
    connect(m_close, &QToolButton::clicked, this, &ReplayBar::endWanted);
    connect(&appearance, &style::Appearance::changed, this, [this] {
        recolor();
        retranslate();
    });
    recolor();
    retranslate();
}

void ReplayBar::setSymbol(const QString &symbol)
{
    m_symbol = symbol;
    retranslate();
}

void ReplayBar::setState(const pipeline::ReplayState &state)
{
    const bool sameSpeed = state.speed == m_state.speed;
    m_state = state;
    if (!sameSpeed)
        showSpeeds();
    showState();
}

void ReplayBar::toggle()
{
    if (m_state.isPlaying) {
        Q_EMIT pauseWanted();
        return;
    }
    if (m_state.isAtEnd)
        Q_EMIT seekWanted(m_state.extent.begin);
    Q_EMIT playWanted();
}

void ReplayBar::showState()
{
    m_toggle->setSign(m_state.isPlaying ? style::Sign::Pause : style::Sign::Play);
    m_toggle->setPurpose(m_state.isPlaying ? tr("Pause (space)") : tr("Play (space)"));
    if (!m_slider->isSliderDown()) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(placeOf(m_state.position));
    }
    const core::Formats &formats = m_appearance.formats();
    const core::ZoneRules &zone = m_appearance.zone();
    const Time second{m_state.position.ns - m_state.position.ns % core::kNsPerSecond};
    m_time->setText(
        tr("%1, %2", "date, clock time").arg(formats.date(zone.dateAt(second)), formats.exactClockTime(second, zone)));
    m_time->setMinimumWidth(std::max(m_time->minimumWidth(), m_time->sizeHint().width()));
}

void ReplayBar::showSpeeds()
{
    const QSignalBlocker quiet(m_speed);
    m_speed->clear();
    std::vector<double> speeds(kSpeeds.begin(), kSpeeds.end());
    if (std::ranges::find(speeds, m_state.speed) == speeds.end()) {
        speeds.push_back(m_state.speed);
        std::ranges::sort(speeds);
    }
    for (const double speed : speeds) {
        const int decimals = speed < 10 && speed != double(int(speed)) ? 1 : 0;
        m_speed->addItem(tr("%1 times", "speed of a replay").arg(m_appearance.formats().number(speed, decimals)),
                         speed);
        if (speed == m_state.speed)
            m_speed->setCurrentIndex(m_speed->count() - 1);
    }
}

Time ReplayBar::timeAt(int place) const
{
    const qint64 span = m_state.extent.end.ns - m_state.extent.begin.ns;
    // in parts, because the product would not fit
    return Time{m_state.extent.begin.ns + span / kPlaces * place + span % kPlaces * place / kPlaces};
}

int ReplayBar::placeOf(Time time) const
{
    const double span = double(m_state.extent.end.ns - m_state.extent.begin.ns);
    return span > 0 ? int(double(time.ns - m_state.extent.begin.ns) / span * kPlaces) : 0;
}

void ReplayBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        toggle();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT endWanted();
    else
        QWidget::keyPressEvent(event);
}

void ReplayBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ReplayBar::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    painter.fillRect(QRect(0, 0, width(), 1), theme.border);
}

void ReplayBar::recolor()
{
    for (QLabel *label : {m_title, m_time}) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, m_appearance.theme().text);
        label->setPalette(palette);
    }
    update();
}

void ReplayBar::retranslate()
{
    m_title->setText(tr("Replay of %1").arg(m_symbol));
    m_slider->setAccessibleName(tr("Time of the replay"));
    m_speed->setAccessibleName(tr("Speed of the replay"));
    m_speed->setToolTip(tr("Speed of the replay"));
    m_close->setPurpose(tr("End the replay"));
    m_time->setMinimumWidth(0);
    showSpeeds();
    showState();
}

} // namespace tickmark::panels
