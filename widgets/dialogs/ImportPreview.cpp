// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportPreview.h"

#include "NewsFile.h"
#include <sources/BarFileReader.h>
#include <sources/CsvScanner.h>
#include <sources/ListHeader.h>
#include <sources/SampleTable.h>
#include <sources/TickFileReader.h>
#include <sources/TickRowParser.h>
#include <sources/TickTiming.h>

#include <QFileInfo>

#include <algorithm>
#include <functional>
#include <type_traits>

namespace tickmark::dialogs {

using core::ErrorCode;
using sources::ColumnRole;

namespace {

using Answer = tl::expected<ImportPreview, PreviewFailure>;

tl::unexpected<PreviewFailure> fail(core::Error error, FileTrouble trouble)
{
    return tl::unexpected(PreviewFailure{std::move(error), trouble});
}

//! What looks wrong in a row of ticks alone.
quint32 flagsOf(const sources::TickRow &tick)
{
    quint32 flags = tick.rounded ? core::kBarRounded : core::kBarPlausible;
    for (std::size_t field = 0; field < sources::TickRow::kFields; ++field) {
        if (tick.has[field] && tick.prices[field].units <= 0)
            flags |= core::kBarNotPositive;
    }
    return flags;
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
        const core::ContentKind kind = core::sniffContent(view());
        if (kind == core::ContentKind::Xml || kind == core::ContentKind::Json) {
            auto news = loadNewsPreview(m_draft, view(), stop);
            if (news || news.error().trouble == FileTrouble::Feed)
                return news;
        }
        const std::optional<ReadAs> wanted = m_draft.readAs ? m_draft.readAs : listByHeader();
        m_preview.namesSymbols = true; // a list; of quotes it is found out
        if (kind == core::ContentKind::Text && wanted == ReadAs::Shares)
            return loadList(sources::readShareCounts(*source()), &sources::ShareCountFile::counts, &PreviewRow::shares);
        if (kind == core::ContentKind::Text && wanted == ReadAs::Actions)
            return loadActions();
        auto guess = sources::detectDialect(view(), m_isWhole, m_name, tableOf(wanted));
        if (!guess)
            return fail(guess.error(), troubleOf(kind, view()));
        m_preview.readAs = guess->profile.kind == sources::TableKind::Ticks ? ReadAs::Ticks : ReadAs::Bars;
        if (stop.stop_requested())
            return fail({ErrorCode::Cancelled, {}, {}}, FileTrouble::NotTable);
        m_preview.findings = std::move(guess->findings);
        m_preview.profile = appliedEdits(guess->profile, m_draft.edits, view(), m_isWhole);
        m_preview.namesSymbols = m_preview.profile.namesSymbols();
        m_preview.questions = questionsOf(m_preview.profile);
        splitRows();
        findExamples();
        if (m_preview.questions.empty())
            readRows();
        if (!m_preview.namesSymbols && m_draft.options.symbol.isEmpty())
            m_preview.questions.push_back(ImportQuestion::Symbol);
        return std::move(m_preview);
    }

private:
    std::string_view view() const { return {m_sample.constData(), std::size_t(m_sample.size())}; }

    static std::optional<sources::TableKind> tableOf(std::optional<ReadAs> wanted)
    {
        if (wanted == ReadAs::Ticks)
            return sources::TableKind::Ticks;
        return wanted == ReadAs::Bars ? std::optional(sources::TableKind::Bars) : std::nullopt;
    }

    std::optional<ReadAs> listByHeader() const
    {
        const auto list = sources::listKindOf(view(), true);
        if (!list)
            return std::nullopt;
        return *list == sources::ListKind::Shares ? ReadAs::Shares : ReadAs::Actions;
    }

    //! Which instrument a list is about is asked when its rows do not say it.
    Answer loadActions()
    {
        const QString &symbol = m_draft.options.symbol;
        m_preview.namesSymbols = sources::listKindOf(view()) == sources::ListKind::Actions;
        if (m_preview.namesSymbols || !symbol.isEmpty())
            return loadList(sources::readActions(*source(), m_preview.namesSymbols ? QString() : symbol),
                            &sources::ActionFile::actions, &PreviewRow::action);
        showList(ReadAs::Actions);
        m_preview.questions.push_back(ImportQuestion::Symbol);
        return std::move(m_preview);
    }

    std::unique_ptr<sources::ByteSource> source() const
    {
        // The sample is unpacked text, which cannot fail to open.
        auto opened = sources::openBytes(m_sample, m_name);
        return opened ? std::move(*opened) : nullptr;
    }

    //! The rows of a list, unread.
    void showList(ReadAs readAs);
    //! `items`: the rows of the list, `place`: where a row of the preview keeps one.
    template <typename File, typename Item>
    Answer loadList(const core::Result<File> &file, std::vector<Item> File::*items,
                    std::optional<Item> PreviewRow::*place);
    void scan(const sources::CsvProfile &profile, const std::function<bool(const sources::CsvRecord &)> &take) const;
    void splitRows();
    void findExamples();
    void readRows();
    void readBars(sources::BarFileReader &reader);
    void readTicks(sources::TickFileReader &reader);
    void showTicks();
    void showRejects(const sources::RejectList &rejects);
    bool canRead(const sources::BarReadOptions &options) const;
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

//! The first records of the file from a line on; `take` says whether it wants more.
void Loader::scan(const sources::CsvProfile &profile, const std::function<bool(const sources::CsvRecord &)> &take) const
{
    const auto bytes = source();
    if (!bytes)
        return;
    sources::TextDecoder decoder(*bytes, profile.encoding);
    sources::CsvScanner scanner(decoder, profile.separator, profile.quote);
    scanner.expectFields(profile.columns.size());
    sources::CsvRecord record;
    bool wantsMore = true;
    while (wantsMore && scanner.next(record).value_or(false)) {
        if (record.line >= profile.firstDataLine)
            wantsMore = take(record);
    }
}

void Loader::splitRows()
{
    scan(m_preview.profile, [this](const sources::CsvRecord &record) {
        PreviewRow row;
        row.line = record.line;
        row.rejected = record.fault;
        for (const std::string_view field : record.fields) {
            if (row.cells.size() < sources::CsvProfile::kMaxColumns)
                row.cells.append(QString::fromUtf8(field.data(), qsizetype(std::min<std::size_t>(field.size(), 200))));
        }
        m_preview.rows.push_back(std::move(row));
        return int(m_preview.rows.size()) <= ImportPreview::kRows;
    });
    // The last one may be cut where the sample ends, or is one more than is shown.
    const bool surplus = int(m_preview.rows.size()) > ImportPreview::kRows || !m_isWhole;
    if (surplus && m_preview.rows.size() > 1)
        m_preview.rows.pop_back();
}

void Loader::findExamples()
{
    const int date = m_preview.profile.indexOf(ColumnRole::Date);
    int price = -1;
    for (const ColumnRole role : {ColumnRole::Close, ColumnRole::Price, ColumnRole::Bid, ColumnRole::Ask})
        price = price < 0 ? m_preview.profile.indexOf(role) : price;
    for (const PreviewRow &row : m_preview.rows) {
        if (m_preview.dateExample.isEmpty() && date >= 0 && date < row.cells.size())
            m_preview.dateExample = row.cells.at(date).trimmed();
        const QString number = price >= 0 && price < row.cells.size() ? row.cells.at(price).trimmed() : QString();
        if (m_preview.numberExample.isEmpty() && (number.contains(u',') || number.contains(u'.')))
            m_preview.numberExample = number;
    }
}

bool Loader::canRead(const sources::BarReadOptions &options) const
{
    if (m_preview.readAs == ReadAs::Ticks)
        return sources::TickFileReader::open(source(), m_preview.profile, options).has_value();
    return sources::BarFileReader::open(source(), m_preview.profile, options).has_value();
}

void Loader::readRows()
{
    const auto read = [this](auto reader, auto rows) {
        if (!reader)
            return askWhatIsMissing(reader.error());
        const auto &found = (*reader)->findings();
        m_preview.findings.insert(m_preview.findings.end(), found.begin(), found.end());
        rows(**reader);
    };
    if (m_preview.readAs == ReadAs::Ticks) {
        read(sources::TickFileReader::open(source(), m_preview.profile, m_draft.options),
             [this](sources::TickFileReader &reader) { readTicks(reader); });
    } else {
        read(sources::BarFileReader::open(source(), m_preview.profile, m_draft.options),
             [this](sources::BarFileReader &reader) { readBars(reader); });
    }
}

void Loader::readBars(sources::BarFileReader &reader)
{
    m_preview.isDaily = reader.intervalNs() == core::Series::kDaily;
    std::vector<sources::ParsedBar> bars;
    const auto more = reader.next(bars);
    for (const sources::ParsedBar &bar : bars) {
        if (PreviewRow *row = rowAt(bar.line); row && !row->bar)
            row->bar = bar;
    }
    m_preview.symbols = reader.symbols();
    showRejects(reader.rejects());
    if (!more)
        m_preview.obstacle = more.error();
}

void Loader::readTicks(sources::TickFileReader &reader)
{
    constexpr qint64 kRowsTried = 4'096;
    m_preview.isDaily = false;
    sources::TickTable table;
    const auto more = reader.next(table, kRowsTried);
    m_preview.symbols = reader.symbols();
    showTicks();
    showRejects(reader.rejects());
    if (!more)
        m_preview.obstacle = more.error();
}

//! The reader's ticks do not say from which line they are; the parser makes the same of single rows.
void Loader::showTicks()
{
    const sources::CsvProfile &profile = m_preview.profile;
    const auto table = sources::SampleTable::split(sources::decodeText(view(), profile.encoding), m_isWhole,
                                                   profile.separator, profile.quote);
    auto timing = sources::findTickTiming(table, profile, m_draft.options, m_name);
    if (!timing)
        return;
    sources::TickRowParser parser(profile, m_draft.options, std::move(timing->clock));
    scan(profile, [&](const sources::CsvRecord &record) {
        PreviewRow *row = rowAt(record.line);
        sources::TickRow tick;
        if (row && parser.parse(record, tick).value_or(false)) {
            parser.taken(tick.symbolIndex, tick.time);
            row->tick = tick;
            row->flags = flagsOf(tick);
        }
        return row != nullptr;
    });
}

void Loader::showRejects(const sources::RejectList &rejects)
{
    for (const sources::Reject &reject : rejects.kept()) {
        if (PreviewRow *row = rowAt(reject.line))
            row->rejected = reject.reason;
    }
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
        return canRead(changed);
    };
    const auto inZone = [](sources::BarReadOptions &o) { o.zone = "UTC"; };
    const auto minutes = [](sources::BarReadOptions &o) { o.intervalNs = core::kNsPerMinute; };
    const auto daily = [](sources::BarReadOptions &o) { o.intervalNs = core::Series::kDaily; };
    const auto both = [&](sources::BarReadOptions &o) {
        inZone(o);
        minutes(o);
    };
    const bool needsZone = options.zone.isEmpty();
    const bool needsInterval = m_preview.readAs == ReadAs::Bars && !options.intervalNs;
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

void Loader::showList(ReadAs readAs)
{
    m_preview.readAs = readAs;
    const QByteArray firstLine = m_sample.split('\n').front();
    const char separator = firstLine.contains(';') ? ';' : ',';
    for (const QByteArray &name : firstLine.trimmed().split(separator))
        m_preview.profile.columns.push_back({QString::fromUtf8(name.trimmed()), ColumnRole::Ignored, {}});
    m_preview.profile.separator = separator;
    m_preview.profile.encoding = sources::guessEncoding(view(), m_isWhole).encoding;
    splitRows();
}

template <typename File, typename Item>
Answer Loader::loadList(const core::Result<File> &file, std::vector<Item> File::*items,
                        std::optional<Item> PreviewRow::*place)
{
    showList(std::is_same_v<Item, sources::ShareCount> ? ReadAs::Shares : ReadAs::Actions);
    if (!file)
        return fail(file.error(), FileTrouble::NotTable);
    // The items do not name their lines, but come in the rows' order with the rejects left out.
    std::size_t next = 0;
    for (PreviewRow &row : m_preview.rows) {
        const auto reject = std::ranges::find(file->rejects.kept(), row.line, &sources::Reject::line);
        if (reject != file->rejects.kept().end())
            row.rejected = reject->reason;
        else if (next < ((*file).*items).size())
            row.*place = ((*file).*items)[next++];
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

} // namespace tickmark::dialogs
