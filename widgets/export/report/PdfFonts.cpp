// SPDX-License-Identifier: GPL-3.0-or-later
#include "PdfFonts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <vector>

namespace tickmark::report {

namespace {

//! "12 0 obj ... endobj", as it stands in the file.
struct PdfObject
{
    int number = 0;
    QByteArray bytes;
};

//! What Qt writes for one font: its descriptor first, then what only that refers to, among them the one object that pages
//! know it by.
struct FontRun
{
    std::size_t first = 0; //!< of the objects
    int descriptor = 0;
    int font = 0;
    QByteArray tag; //!< of its subset: six letters that say nothing
};

constexpr qsizetype kEntry = 20; // bytes of a line of the table of objects
constexpr qsizetype kTag = 6;

class FontOrder
{
public:
    explicit FontOrder(const QByteArray &pdf) : m_pdf(pdf) {}

    std::optional<QByteArray> ordered()
    {
        if (!readTable() || !readObjects() || !findRuns())
            return std::nullopt;
        std::vector<std::size_t> order(m_runs.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::ranges::sort(order, {}, [this](std::size_t run) { return m_runs[run].font; });
        std::vector<PdfObject> written = m_objects;
        for (std::size_t place = 0; place < order.size(); ++place) {
            for (std::size_t i = 0; i < m_length; ++i)
                written[m_runs[place].first + i] = moved(m_objects[m_runs[order[place]].first + i],
                                                         m_runs[order[place]], m_runs[place]);
        }
        return file(written);
    }

private:
    bool readTable()
    {
        const qsizetype start = m_pdf.lastIndexOf("startxref\n");
        if (start < 0)
            return false;
        m_table = m_pdf.mid(start + 10).trimmed().split('\n').value(0).trimmed().toLongLong();
        const QByteArrayView head("xref\n0 ");
        if (m_table <= 0 || !QByteArrayView(m_pdf).sliced(std::min(m_table, m_pdf.size())).startsWith(head))
            return false;
        const qsizetype line = m_pdf.indexOf('\n', m_table + head.size());
        m_entries = line + 1;
        m_count = m_pdf.mid(m_table + head.size(), line - m_table - head.size()).toInt();
        return m_count > 1 && m_entries + m_count * kEntry < start;
    }

    bool readObjects()
    {
        std::map<qsizetype, int> begins;
        for (int number = 1; number < m_count; ++number) {
            const QByteArray entry = m_pdf.mid(m_entries + number * kEntry, kEntry);
            if (!entry.endsWith(" n \n"))
                return false;
            begins.emplace(entry.left(10).toLongLong(), number);
        }
        if (qsizetype(begins.size()) != m_count - 1 || begins.begin()->first <= 0)
            return false;
        m_head = m_pdf.left(begins.begin()->first);
        for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
            const auto next = std::next(begin);
            const qsizetype end = next == begins.end() ? qsizetype(m_table) : next->first;
            m_objects.push_back({begin->second, m_pdf.mid(begin->first, end - begin->first)});
            if (!m_objects.back().bytes.startsWith(QByteArray::number(begin->second).append(" 0 obj\n")))
                return false;
        }
        return true;
    }

    bool findRuns()
    {
        const QByteArrayView name("/FontName /");
        for (std::size_t i = 0; i < m_objects.size(); ++i) {
            const QByteArray text = dictionary(m_objects[i].bytes);
            if (!text.contains("/Type /FontDescriptor"))
                continue;
            const qsizetype at = text.indexOf(name) + name.size();
            m_runs.push_back({i, m_objects[i].number, 0, text.mid(at, kTag)});
            if (at < name.size() || text.mid(at + kTag, 1) != "+")
                return false;
        }
        if (m_runs.size() < 2)
            return false;
        m_length = m_runs[1].first - m_runs[0].first;
        return std::ranges::all_of(m_runs, [this](FontRun &run) { return completes(run); });
    }

    //! Every object of a run has a number behind its descriptor's, but for the one that pages know.
    bool completes(FontRun &run) const
    {
        const std::size_t place = std::size_t(&run - m_runs.data());
        if (run.first != m_runs.front().first + place * m_length || run.first + m_length > m_objects.size())
            return false;
        int inside = 0;
        for (std::size_t i = run.first; i < run.first + m_length; ++i) {
            const int number = m_objects[i].number;
            if (number >= run.descriptor && number < run.descriptor + int(m_length) - 1)
                ++inside;
            else if (dictionary(m_objects[i].bytes).contains("/Type /Font"))
                run.font = number;
        }
        return run.font > 0 && inside == int(m_length) - 1;
    }

    //! Up to a stream: what may look like a reference in there is none.
    static QByteArray dictionary(const QByteArray &object)
    {
        const qsizetype stream = object.indexOf("stream\n");
        return stream < 0 ? object : object.left(stream);
    }

    //! An object of `run`, with the numbers of another place.
    PdfObject moved(const PdfObject &object, const FontRun &run, const FontRun &place) const
    {
        const auto renumbered = [&](int number) {
            const bool isInside = number >= run.descriptor && number < run.descriptor + int(m_length) - 1;
            return isInside ? number - run.descriptor + place.descriptor : number;
        };
        QByteArray text = dictionary(object.bytes);
        const QByteArray rest = object.bytes.mid(text.size());
        text.replace(QByteArray(run.tag).prepend('/').append('+'), QByteArray(place.tag).prepend('/').append('+'));
        for (qsizetype at = text.indexOf(" 0 R"); at >= 0; at = text.indexOf(" 0 R", at + 1)) {
            qsizetype begin = at;
            while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9')
                --begin;
            const QByteArray number = QByteArray::number(renumbered(text.mid(begin, at - begin).toInt()));
            text.replace(begin, at - begin, number);
            at = begin + number.size();
        }
        const int number = renumbered(object.number);
        text.replace(0, text.indexOf(' '), QByteArray::number(number));
        return {number, text + rest};
    }

    QByteArray file(const std::vector<PdfObject> &objects) const
    {
        QByteArray bytes = m_head;
        std::vector<qsizetype> begins(std::size_t(m_count), 0);
        for (const PdfObject &object : objects) {
            begins[std::size_t(object.number)] = bytes.size();
            bytes += object.bytes;
        }
        const qsizetype table = bytes.size();
        bytes += m_pdf.mid(m_table, m_entries + kEntry - m_table);
        for (std::size_t i = 1; i < begins.size(); ++i)
            bytes += QByteArray::number(begins[i]).rightJustified(10, '0') + " 00000 n \n";
        const qsizetype trailer = m_entries + m_count * kEntry;
        const qsizetype start = m_pdf.lastIndexOf("startxref\n") + 10;
        bytes += m_pdf.mid(trailer, start - trailer);
        return bytes + QByteArray::number(table) + m_pdf.mid(m_pdf.indexOf('\n', start) - 1);
    }

    const QByteArray &m_pdf;
    qint64 m_table = 0;      //!< where the table of objects begins
    qsizetype m_entries = 0; //!< and its first line
    int m_count = 0;
    QByteArray m_head; //!< before the first object
    std::vector<PdfObject> m_objects;
    std::vector<FontRun> m_runs;
    std::size_t m_length = 0; //!< objects of a run
};

} // namespace

bool orderPdfFonts(QByteArray &pdf)
{
    auto ordered = FontOrder(pdf).ordered();
    if (ordered)
        pdf = std::move(*ordered);
    return ordered.has_value();
}

} // namespace tickmark::report
