// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileTrouble.h"

#include <store/StoreFiles.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace tickmark::dialogs {

using core::ErrorCode;

namespace {

struct PreviewText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::dialogs::ImportPreview)
};

//! `isText`: the first bytes would pass as text, so that two or four letters prove nothing.
bool isPicture(const QByteArray &head, bool isText)
{
    if (head.startsWith("\x89PNG") || head.startsWith("\xFF\xD8\xFF"))
        return true;
    return !isText
           && (head.startsWith("GIF8") || head.startsWith("BM") || (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP")
               || head.startsWith(QByteArrayView("II*\0", 4)) || head.startsWith(QByteArrayView("MM\0*", 4)));
}

} // namespace

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
    const bool isText = core::sniffContent({head.constData(), std::size_t(head.size())}) == core::ContentKind::Text;
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

FileTrouble troubleOf(core::ContentKind kind, std::string_view sample)
{
    using core::ContentKind;
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
        return PreviewText::tr("Download the feed again, or see in a browser what its site says.");
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
    return PreviewText::tr("Quotes come as CSV files: one row for each day, bar or tick, with a date and a price.");
}

} // namespace tickmark::dialogs
