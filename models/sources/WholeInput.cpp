// SPDX-License-Identifier: GPL-3.0-or-later
#include "WholeInput.h"

#include <core/ContentSniffer.h>
#include <core/TextEncoding.h>

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::sources {

namespace {

constexpr qsizetype kPiece = 1 << 20;

QString translated(const char *text)
{
    return QCoreApplication::translate("WholeInput", text);
}

//! Empty for what is plain text.
QString notPlainText(core::ContentKind kind, const QString &name)
{
    using core::ContentKind;
    switch (kind) {
    case ContentKind::Text:
        return {};
    case ContentKind::Empty:
        return translated(QT_TRANSLATE_NOOP("WholeInput", "“%1” has no text in it.")).arg(name);
    case ContentKind::Html:
        return translated(QT_TRANSLATE_NOOP("WholeInput", "“%1” is a web page. Save it as plain text first."))
            .arg(name);
    case ContentKind::Xml:
    case ContentKind::Json:
        return translated(QT_TRANSLATE_NOOP("WholeInput",
                                            "“%1” is XML or JSON, no plain text. A feed can be imported as news."))
            .arg(name);
    case ContentKind::Pdf:
    case ContentKind::Workbook:
    case ContentKind::Sqlite:
    case ContentKind::Binary:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("WholeInput", "“%1” is no text file.")).arg(name);
}

} // namespace

core::Result<QByteArray> readFront(ByteSource &source, qsizetype most, std::stop_token stop)
{
    QByteArray bytes;
    while (bytes.size() < most) {
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        const qsizetype before = bytes.size();
        const qsizetype piece = std::min(kPiece, most - before);
        bytes.resize(before + piece);
        const auto read = source.read({bytes.data() + before, std::size_t(piece)});
        if (!read)
            return tl::unexpected(read.error());
        bytes.resize(before + *read);
        if (*read == 0)
            break;
    }
    return bytes;
}

core::Result<QByteArray> readWhole(ByteSource &source, qsizetype limit, std::stop_token stop)
{
    auto bytes = readFront(source, limit + 1, std::move(stop));
    if (bytes && bytes->size() > limit)
        return core::failure(core::ErrorCode::InvalidInput,
                             translated(QT_TRANSLATE_NOOP("WholeInput", "“%1” is longer than %2 MB."))
                                 .arg(source.name(), QString::number(limit / 1'000'000)));
    return bytes;
}

core::Result<QString> plainTextOf(const QByteArray &bytes, const QString &name)
{
    const std::string_view view(bytes.constData(), std::size_t(bytes.size()));
    if (const QString complaint = notPlainText(core::sniffContent(view), name); !complaint.isEmpty())
        return core::failure(core::ErrorCode::InvalidInput, complaint);
    const core::TextEncoding encoding = core::guessEncoding(view, true).encoding;
    const std::string text = core::decodeText(view, encoding);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace tickmark::sources
