// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportPreview.h"

#include <sources/BarFileReader.h>
#include <sources/ContentSniffer.h>
#include <sources/CsvScanner.h>
#include <sources/SampleTable.h>
#include <store/StoreFiles.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace tickmark::dialogs {

using core::ErrorCode;
using sources::ColumnRole;

namespace {

struct PreviewText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::dialogs::ImportPreview)
};

using Answer = tl::expected<ImportPreview, PreviewFailure>;

tl::unexpected<PreviewFailure> fail(core::Error error, FileTrouble trouble)
{
    return tl::unexpected(PreviewFailure{std::move(error), trouble});
}

//! `isText`: the first bytes would pass as text, so that two or four letters prove nothing.
bool isPicture(const QByteArray &head, bool isText)
{
    if (head.startsWith("\x89PNG") || head.startsWith("\xFF\xD8\xFF"))
        return true;
    return !isText
           && (head.startsWith("GIF8") || head.startsWith("BM") || (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP")
               || head.startsWith(QByteArrayView("II*\0", 4)) || head.startsWith(QByteArrayView("MM\0*", 4)));
}

//! What shows before anything is unpacked.
std::optional<PreviewFailure> troubleWith(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    const auto failure = [](ErrorCode code, const QString &text, FileTrouble trouble) {
        return PreviewFailure{{code, text, {}}, trouble};
    };
    if (!info.exists())
        return failure(ErrorCode::NotFound, PreviewText::tr("There is no file %1 any more.").arg(path),
                       FileTrouble::Missing);
    if (info.isDir())
        return failure(ErrorCode::Io, PreviewText::tr("%1 is a folder, not a file.").arg(path), FileTrouble::Folder);
    if (!info.isFile())
        return failure(ErrorCode::Io, PreviewText::tr("%1 is not an ordinary file.").arg(path),
                       FileTrouble::Unreadable);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return PreviewFailure{{ErrorCode::Io, PreviewText::tr("%1 cannot be read.").arg(path), file.errorString()},
                              FileTrouble::Unreadable};
    const QByteArray head = file.read(4096);
    if (store::looksLikeStore(path))
        return failure(ErrorCode::ForeignFile, PreviewText::tr("%1 is a database of this program.").arg(name),
                       FileTrouble::Store);
    const bool isText = sources::sniffContent({head.constData(), std::size_t(head.size())})
                        == sources::ContentKind::Text;
    if (isPicture(head, isText))
        return failure(ErrorCode::InvalidInput, PreviewText::tr("%1 is a picture, not a table.").arg(name),
                       FileTrouble::Picture);
    return {};
}

FileTrouble troubleOf(const core::Error &error, const QString &path)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return FileTrouble::Missing;
    case ErrorCode::Damaged:
        return FileTrouble::Damaged;
    case ErrorCode::Unsupported:
        return path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive)
                       || path.endsWith(QLatin1String(".ods"), Qt::CaseInsensitive)
                   ? FileTrouble::Workbook
                   : FileTrouble::Packed;
    case ErrorCode::InvalidInput:
        return FileTrouble::Empty;
    default:
        return FileTrouble::Unreadable;
    }
}

FileTrouble troubleOf(sources::ContentKind kind, std::string_view sample)
{
    using sources::ContentKind;
    switch (kind) {
    case ContentKind::Empty:
        return FileTrouble::Empty;
    case ContentKind::Html:
        return FileTrouble::WebPage;
    case ContentKind::Xml: {
        const std::string_view head = sample.substr(0, 2048);
        const bool feed = head.find("<rss") != head.npos || head.find("<feed") != head.npos
                          || head.find("<rdf:RDF") != head.npos;
        return feed ? FileTrouble::Feed : FileTrouble::Xml;
    }
    case ContentKind::Json:
        return FileTrouble::Json;
    case ContentKind::Pdf:
        return FileTrouble::Pdf;
    case ContentKind::Workbook:
        return FileTrouble::Workbook;
    case ContentKind::Sqlite:
        return FileTrouble::Database;
    case ContentKind::Binary:
        return FileTrouble::Binary;
    case ContentKind::Text:
        break;
    }
    return FileTrouble::NotTable;
}

//! One file while its preview is made.
class Loader
{
public:
    Loader(const ImportDraft &draft, QString name, QByteArray sample, bool isWhole)
        : m_draft(draft), m_name(std::move(name)), m_sample(std::move(sample)), m_isWhole(isWhole)
    {}

    Answer load(std::stop_token stop)
    {
        const sources::ContentKind kind = sources::sniffContent(view());
        m_preview.readAs = m_draft.readAs.value_or(kindByHeader());
        if (kind == sources::ContentKind::Text && m_preview.readAs == ReadAs::Shares)
            return loadShares();
        auto guess = sources::detectDialect(view(), m_isWhole, m_name);
        if (!guess)
            return fail(guess.error(), troubleOf(kind, view()));
        if (stop.stop_requested())
            return fail({ErrorCode::Cancelled, {}, {}}, FileTrouble::NotTable);
        m_preview.findings = std::move(guess->findings);
        m_preview.profile = appliedEdits(guess->profile, m_draft.edits, view(), m_isWhole);
        m_preview.namesSymbols = m_preview.profile.namesSymbols();
        m_preview.questions = questionsOf(m_preview.profile);
        splitRows(m_preview.profile.encoding, m_preview.profile.separator, m_preview.profile.quote,
                  m_preview.profile.firstDataLine);
        findExamples();
        if (m_preview.questions.empty())
            readBars();
        if (!m_preview.namesSymbols && m_draft.options.symbol.isEmpty())
            m_preview.questions.push_back(ImportQuestion::Symbol);
        return std::move(m_preview);
    }

private:
    std::string_view view() const { return {m_sample.constData(), std::size_t(m_sample.size())}; }

    //! A head with a column of shares and no close is one of share counts.
    ReadAs kindByHeader() const
    {
        const QByteArray line = m_sample.left(4096).split('\n').front().toLower();
        const bool shares = line.contains("shares") && line.contains("symbol") && !line.contains("close");
        return shares ? ReadAs::Shares : ReadAs::Bars;
    }

    std::unique_ptr<sources::ByteSource> source() const
    {
        // The sample is unpacked text, which cannot fail to open.
        auto opened = sources::openBytes(m_sample, m_name);
        return opened ? std::move(*opened) : nullptr;
    }

    Answer loadShares();
    void splitRows(sources::TextEncoding encoding, char separator, char quote, qint64 firstLine);
    void findExamples();
    void readBars();
    core::Result<std::unique_ptr<sources::BarFileReader>> openReader(const sources::BarReadOptions &options) const;
    void askWhatIsMissing(const core::Error &error);
    PreviewRow *rowAt(qint64 line);

    const ImportDraft &m_draft;
    QString m_name;
    QByteArray m_sample;
    bool m_isWhole;
    ImportPreview m_preview;
};

PreviewRow *Loader::rowAt(qint64 line)
{
    const auto found = std::ranges::lower_bound(m_preview.rows, line, {}, &PreviewRow::line);
    return found != m_preview.rows.end() && found->line == line ? &*found : nullptr;
}

void Loader::splitRows(sources::TextEncoding encoding, char separator, char quote, qint64 firstLine)
{
    const auto bytes = source();
    if (!bytes)
        return;
    sources::TextDecoder decoder(*bytes, encoding);
    sources::CsvScanner scanner(decoder, separator, quote);
    scanner.expectFields(m_preview.profile.columns.size());
    sources::CsvRecord record;
    while (int(m_preview.rows.size()) <= ImportPreview::kRows && scanner.next(record).value_or(false)) {
        if (record.line < firstLine)
            continue;
        PreviewRow row;
        row.line = record.line;
        row.rejected = record.fault;
        for (const std::string_view field : record.fields) {
            if (row.cells.size() < sources::CsvProfile::kMaxColumns)
                row.cells.append(QString::fromUtf8(field.data(), qsizetype(std::min<std::size_t>(field.size(), 200))));
        }
        m_preview.rows.push_back(std::move(row));
    }
    // The last one may be cut where the sample ends, or is one more than is shown.
    const bool surplus = int(m_preview.rows.size()) > ImportPreview::kRows || !m_isWhole;
    if (surplus && m_preview.rows.size() > 1)
        m_preview.rows.pop_back();
}

void Loader::findExamples()
{
    const int date = m_preview.profile.indexOf(ColumnRole::Date);
    const int close = m_preview.profile.indexOf(ColumnRole::Close);
    for (const PreviewRow &row : m_preview.rows) {
        if (m_preview.dateExample.isEmpty() && date >= 0 && date < row.cells.size())
            m_preview.dateExample = row.cells.at(date).trimmed();
        const QString number = close >= 0 && close < row.cells.size() ? row.cells.at(close).trimmed() : QString();
        if (m_preview.numberExample.isEmpty() && (number.contains(u',') || number.contains(u'.')))
            m_preview.numberExample = number;
    }
}

core::Result<std::unique_ptr<sources::BarFileReader>> Loader::openReader(const sources::BarReadOptions &options) const
{
    return sources::BarFileReader::open(source(), m_preview.profile, options);
}

void Loader::readBars()
{
    auto reader = openReader(m_draft.options);
    if (!reader)
        return askWhatIsMissing(reader.error());
    m_preview.isDaily = (*reader)->intervalNs() == core::Series::kDaily;
    const auto &found = (*reader)->findings();
    m_preview.findings.insert(m_preview.findings.end(), found.begin(), found.end());
    std::vector<sources::ParsedBar> bars;
    const auto more = (*reader)->next(bars);
    for (const sources::ParsedBar &bar : bars) {
        if (PreviewRow *row = rowAt(bar.line); row && !row->bar)
            row->bar = bar;
    }
    m_preview.symbols = (*reader)->symbols();
    for (const sources::Reject &reject : (*reader)->rejects().kept()) {
        if (PreviewRow *row = rowAt(reject.line))
            row->rejected = reject.reason;
    }
    if (!more)
        m_preview.obstacle = more.error();
}

//! The reader says in words what it needs; which answer would do shows by trying.
void Loader::askWhatIsMissing(const core::Error &error)
{
    sources::BarReadOptions options = m_draft.options;
    if (m_preview.profile.dateForm == sources::DateForm::MillisecondsOfDay && !options.date) {
        m_preview.questions.push_back(ImportQuestion::Day);
        options.date = core::SessionDate::fromDays(20'000);
    }
    const auto helps = [&](auto change) {
        sources::BarReadOptions changed = options;
        change(changed);
        return openReader(changed).has_value();
    };
    const auto inZone = [](sources::BarReadOptions &o) { o.zone = "UTC"; };
    const auto minutes = [](sources::BarReadOptions &o) { o.intervalNs = core::kNsPerMinute; };
    const auto daily = [](sources::BarReadOptions &o) { o.intervalNs = core::Series::kDaily; };
    const auto both = [&](sources::BarReadOptions &o) {
        inZone(o);
        minutes(o);
    };
    const bool needsZone = options.zone.isEmpty();
    const bool needsInterval = !options.intervalNs;
    if (helps([](sources::BarReadOptions &) {})) {
        // only the day was missing
    } else if (needsZone && helps(inZone)) {
        m_preview.questions.push_back(ImportQuestion::Zone);
    } else if (needsInterval && (helps(minutes) || helps(daily))) {
        m_preview.questions.push_back(ImportQuestion::Interval);
    } else if (needsZone && needsInterval && helps(both)) {
        m_preview.questions.push_back(ImportQuestion::Zone);
        m_preview.questions.push_back(ImportQuestion::Interval);
    } else {
        m_preview.obstacle = error;
    }
}

Answer Loader::loadShares()
{
    const QByteArray firstLine = m_sample.split('\n').front();
    const char separator = firstLine.contains(';') ? ';' : ',';
    for (const QByteArray &name : firstLine.trimmed().split(separator))
        m_preview.profile.columns.push_back({QString::fromUtf8(name.trimmed()), ColumnRole::Ignored, {}});
    m_preview.profile.separator = separator;
    m_preview.namesSymbols = true;
    splitRows(sources::guessEncoding(view(), m_isWhole).encoding, separator, '"', 2);
    const auto bytes = source();
    const auto file = sources::readShareCounts(*bytes);
    if (!file)
        return fail(file.error(), FileTrouble::NotTable);
    // The counts do not name their lines, but come in the rows' order with the rejects left out.
    std::size_t next = 0;
    for (PreviewRow &row : m_preview.rows) {
        const auto reject = std::ranges::find(file->rejects.kept(), row.line, &sources::Reject::line);
        if (reject != file->rejects.kept().end())
            row.rejected = reject->reason;
        else if (next < file->counts.size())
            row.shares = file->counts[next++];
    }
    return std::move(m_preview);
}

} // namespace

Answer loadPreview(const ImportDraft &draft, std::stop_token stop)
{
    if (auto trouble = troubleWith(draft.path))
        return tl::unexpected(std::move(*trouble));
    auto source = sources::openInput(draft.path);
    if (!source)
        return fail(source.error(), troubleOf(source.error(), draft.path));
    const auto sample = (*source)->peek(sources::kDialectSampleBytes);
    if (!sample)
        return fail(sample.error(), troubleOf(sample.error(), draft.path));
    if (stop.stop_requested())
        return fail({ErrorCode::Cancelled, {}, {}}, FileTrouble::NotTable);
    const QString name = QFileInfo(draft.path).fileName();
    const bool isWhole = qsizetype(sample->size()) < sources::kDialectSampleBytes;
    Loader loader(draft, name, QByteArray(sample->data(), qsizetype(sample->size())), isWhole);
    auto answer = loader.load(std::move(stop));
    if (answer)
        answer->bytes = QFileInfo(draft.path).size();
    return answer;
}

QString adviceFor(FileTrouble trouble)
{
    switch (trouble) {
    case FileTrouble::Missing:
        return PreviewText::tr("It was moved, renamed or deleted. Choose it again.");
    case FileTrouble::Folder:
        return PreviewText::tr("Choose the files in it instead.");
    case FileTrouble::Unreadable:
        return PreviewText::tr("Check whether you are allowed to read it, or make a copy of it.");
    case FileTrouble::Empty:
        return PreviewText::tr("Download or save it again.");
    case FileTrouble::Picture:
    case FileTrouble::Pdf:
        return PreviewText::tr("Numbers cannot be read from it. Get the data as a CSV file.");
    case FileTrouble::Workbook:
        return PreviewText::tr("Save the sheet as CSV in your spreadsheet program and import that.");
    case FileTrouble::Store:
        return PreviewText::tr("Open it instead of importing it.");
    case FileTrouble::Database:
        return PreviewText::tr("Export the table as a CSV file and import that.");
    case FileTrouble::Feed:
        return PreviewText::tr("It is a feed of headlines. Quotes come as CSV files.");
    case FileTrouble::WebPage:
        return PreviewText::tr("Open it in a browser to see what the site says, and download the CSV file again.");
    case FileTrouble::Packed:
        return PreviewText::tr("Unpack it and import the files one by one.");
    case FileTrouble::Damaged:
        return PreviewText::tr("Download it again.");
    case FileTrouble::Xml:
    case FileTrouble::Json:
    case FileTrouble::NotTable:
    case FileTrouble::Binary:
        break;
    }
    return PreviewText::tr("Quotes come as CSV files: one row for each day or bar, with a date and a closing price.");
}

} // namespace tickmark::dialogs
