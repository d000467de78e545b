// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportDialog.h"

#include "ExportForm.h"
#include "ExportNotice.h"
#include "PagePreview.h"
#include <export/ExportPreset.h>

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <style/Fonts.h>

#include <chrono>

namespace tickmark::exportdialog {

namespace {

constexpr QSize kWantedSize{1120, 680};
constexpr QSize kWindowFrame{16, 48}; // of the window system
constexpr std::chrono::milliseconds kRefreshDelay{250};

} // namespace

ExportDialog::ExportDialog(const style::Appearance &appearance, pipeline::StoreSession &session,
                           std::function<ExportSubject()> subject, const ExportSettings &settings, QWidget *parent)
    : QDialog(parent), m_appearance(appearance), m_session(session), m_askSubject(std::move(subject))
{
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    build();
    m_form->setSettings(settings);
    m_drawing->setSession(&session);
    connect(m_form, &ExportForm::edited, this, &ExportDialog::applySettings);
    connect(m_preview, &PagePreview::roomChanged, this, &ExportDialog::drawPreview);
    connect(m_drawing, &PreviewDrawing::drawn, this, &ExportDialog::showPreview);
    connect(m_drawing, &PreviewDrawing::failed, this, &ExportDialog::showFault);
    connect(m_drawing, &PreviewDrawing::sized, this, [this](qint64 bytes) {
        m_bytes = bytes;
        showFacts();
    });
    connect(m_export, &QPushButton::clicked, this, [this] { begin(); });
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(&appearance, &style::Appearance::changed, this, &ExportDialog::showFacts);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshDelay);
    connect(&m_refresh, &QTimer::timeout, this, &ExportDialog::takeSubject);
    retranslate();
    const QScreen *place = parent ? parent->screen() : screen();
    resize(place ? kWantedSize.boundedTo(place->availableSize() - kWindowFrame) : kWantedSize);
    takeSubject();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build()
{
    m_form = new ExportForm;
    m_preview = new PagePreview(m_appearance);
    m_drawing = new PreviewDrawing(this);
    m_facts = new QLabel;
    m_facts->setObjectName(QStringLiteral("facts"));
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setFont(style::textFont(style::TextRole::Small));
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_notice = new ExportNotice(m_appearance);
    m_bar = new QProgressBar;
    m_bar->setObjectName(QStringLiteral("bar"));
    m_bar->setTextVisible(false);
    m_progress = new QLabel;
    m_progress->setObjectName(QStringLiteral("progress"));
    m_progress->setTextFormat(Qt::PlainText);
    m_export = new QPushButton;
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setDefault(true);
    m_close = new QPushButton;
    m_close->setObjectName(QStringLiteral("close"));
    m_close->setAutoDefault(false);

    // On a low screen the form scrolls, and nothing else gives way.
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    auto *page = new QVBoxLayout;
    page->setSpacing(6);
    page->addWidget(m_preview, 1);
    page->addWidget(m_facts);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(12);
    halves->addWidget(scroll);
    m_scroll = scroll;
    halves->addLayout(page, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_bar, 1);
    foot->addWidget(m_progress);
    foot->addStretch();
    foot->addWidget(m_export);
    foot->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 10);
    column->setSpacing(10);
    column->addLayout(halves, 1);
    column->addWidget(m_notice);
    column->addLayout(foot);
    showBusy(false);
}

const ExportSettings &ExportDialog::settings() const
{
    return m_form->settings();
}

void ExportDialog::setFormat(const QString &format)
{
    ExportSettings settings = m_form->settings();
    settings.format = format;
    m_form->setSettings(settings);
    applySettings();
}

void ExportDialog::refresh()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

void ExportDialog::takeSubject()
{
    m_subject = m_askSubject();
    ExportCounts counts;
    if (!m_subject.isEmpty()) {
        counts.active = m_subject.panes[std::size_t(m_subject.activePane)].symbols().join(QStringLiteral(", "));
        counts.linked = int(m_subject.desk->spec.panes.size());
        counts.panes = int(m_subject.panes.size());
        counts.watched = int(m_subject.watchlist.size());
    }
    m_form->setCounts(counts);
    applySettings();
}

//! What follows from the settings or charts: name, preview, what is wrong with them.
void ExportDialog::applySettings()
{
    if (m_batch)
        return;
    m_notice->clear();
    m_isFaulty = false;
    const auto files = planFiles(m_subject, settings(), today());
    if (!files) {
        m_form->setExample({});
        m_export->setEnabled(false);
        m_notice->say(ExportNotice::Tone::Error, files.error().message);
        return;
    }
    const QString name = QFileInfo(files->front().path).fileName();
    m_form->setExample(files->size() == 1 ? name : tr("%1 and %n more", nullptr, int(files->size()) - 1).arg(name));
    m_export->setEnabled(true);
    drawPreview();
}

void ExportDialog::drawPreview()
{
    if (m_batch || m_subject.isEmpty())
        return;
    m_bytes.reset();
    const auto options = exportOptions(settings());
    if (!options) {
        m_drawing->stop();
        showFault(options.error());
        return;
    }
    if (m_drawn != settings())
        outdate(*options);
    const std::vector<ExportItem> items = itemsOf(m_subject, settings());
    if (!items.empty())
        m_drawing->draw({items.front(), *options, settings().format, m_preview->room(), devicePixelRatioF()});
}

void ExportDialog::showPreview(const Preview &preview)
{
    if (std::exchange(m_isFaulty, false))
        m_notice->clear();
    m_preview->show(preview);
    m_drawn = settings();
    m_export->setEnabled(true);
    showFacts();
    const int leftOut = preview.report.headlinesLeftOut;
    if (!m_notice->isHidden())
        return; // what an export came to stays
    if (leftOut > 0)
        m_notice->say(
            ExportNotice::Tone::Information,
            tr("%n headline(s) find no room in the list on this page.", nullptr, leftOut), {},
            {{QStringLiteral("automatic"), tr("Make the page as high as needed"), [this] { useAutomaticSize(); }}});
    else if (!preview.report.withoutQuotes.isEmpty())
        m_notice->say(ExportNotice::Tone::Information, withoutQuotesText(preview.report.withoutQuotes));
    else if (preview.report.crowd > 0)
        m_notice->say(ExportNotice::Tone::Information, crowdText(preview.report.crowd));
    else if (!preview.report.damage.isEmpty())
        m_notice->say(ExportNotice::Tone::Information,
                      preview.report.damage.join(QStringLiteral(". ")) + QStringLiteral("."));
}

//! What is shown is of other settings; the measures of the page to come are told at once where the settings have them.
void ExportDialog::outdate(const exporting::ExportOptions &options)
{
    Preview coming;
    if (options.size && options.size->height() > 0 && !settings().isTable()) {
        coming.millimetres = exporting::paperSize(*options.size, options.zoom);
        coming.pixels = exporting::pngPixels(*options.size, options).value_or(QSize());
    }
    m_preview->outdate(coming.millimetres, coming.pixels);
    showFacts();
}

void ExportDialog::showFacts()
{
    const Preview &preview = m_preview->shown();
    QLocale locale = m_appearance.formats().locale();
    locale.setNumberOptions(locale.numberOptions() | QLocale::OmitGroupSeparator); // as sizes of pictures are written
    const auto product = [&locale](double width, double height, int decimals) {
        return QStringLiteral("%1 × %2").arg(locale.toString(width, 'f', decimals),
                                             locale.toString(height, 'f', decimals));
    };
    QStringList facts;
    if (!preview.picture.isNull() && !preview.millimetres.isEmpty()) {
        if (settings().format == QLatin1String("png"))
            facts.append(tr("%1 pixels").arg(product(preview.pixels.width(), preview.pixels.height(), 0)));
        facts.append(tr("%1 mm").arg(product(preview.millimetres.width(), preview.millimetres.height(), 0)));
    }
    if (m_bytes)
        facts.append(sizeText(*m_bytes, locale));
    m_facts->setText(facts.join(QStringLiteral("   ·   ")));
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setAccessibleDescription(m_facts->text());
}

void ExportDialog::showFault(const core::Error &error)
{
    m_isFaulty = true;
    m_preview->clear(tr("There is no preview."));
    m_drawn.reset();
    m_facts->clear();
    m_export->setEnabled(settings().isBatch()); // the others may be drawn
    std::vector<ExportNotice::Step> steps;
    const bool isOfPage = !settings().isTable() && settings().page.code != QLatin1String(PageChoice::kAutomatic);
    if (error.code == core::ErrorCode::InvalidInput && isOfPage)
        steps.push_back(
            {QStringLiteral("automatic"), tr("Make the page as high as needed"), [this] { useAutomaticSize(); }});
    m_notice->say(ExportNotice::Tone::Error, error.message, error.detail, std::move(steps));
}

//! Paper keeps its width where it can.
void ExportDialog::useAutomaticSize()
{
    ExportSettings changed = settings();
    PageChoice &page = changed.page;
    if (page.code == QLatin1String(PageChoice::kMillimetres) && page.millimetres.height() > 0)
        page.millimetres.setHeight(0);
    else
        page.code = QString::fromLatin1(PageChoice::kAutomatic);
    m_form->setSettings(changed);
    applySettings();
}

void ExportDialog::reject()
{
    if (m_batch)
        m_batch->cancel();
    else
        QDialog::reject();
}

void ExportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (!m_batch)
            refresh(); // the sentences of the notice
    }
    QDialog::changeEvent(event);
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export charts"));
    m_export->setText(tr("Export"));
    m_close->setText(m_batch ? tr("Cancel") : tr("Close"));
    m_bar->setAccessibleName(tr("Progress"));
    m_scroll->setFixedWidth(m_form->width() + m_scroll->verticalScrollBar()->sizeHint().width() + 4);
    showFacts();
}

} // namespace tickmark::exportdialog
