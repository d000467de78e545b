// SPDX-License-Identifier: GPL-3.0-or-later
#include <sources/ByteSource.h>

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

using namespace tickmark;
using namespace tickmark::sources;

//! Files, packed or not, as the bytes that are in them.
class ByteSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacksByContent_data();
    void unpacksByContent();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void refusesWhatIsNoFile();
    void peekingConsumesNothing();
    void aFlippedBitIsDamage_data();
    void aFlippedBitIsDamage();

private:
    QTemporaryDir m_folder;
};

namespace {

enum class Kind { Plain, Gzip, Zstd, Zip };

struct Member
{
    const char *name;
    QByteArray content;
};

QByteArray pack(Kind kind, const QList<Member> &members)
{
    archive *writer = archive_write_new();
    if (kind == Kind::Zip)
        archive_write_set_format_zip(writer);
    else
        archive_write_set_format_raw(writer);
    if (kind == Kind::Gzip)
        archive_write_add_filter_gzip(writer);
    if (kind == Kind::Zstd)
        archive_write_add_filter_zstd(writer);
    QByteArray packed(8 * 1024 * 1024, '\0');
    size_t used = 0;
    archive_write_open_memory(writer, packed.data(), size_t(packed.size()), &used);
    for (const Member &member : members) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, member.name);
        const bool folder = QByteArray(member.name).endsWith('/');
        archive_entry_set_filetype(entry, folder ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, member.content.size());
        archive_write_header(writer, entry);
        archive_write_data(writer, member.content.constData(), size_t(member.content.size()));
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return packed.left(qsizetype(used));
}

QByteArray table()
{
    QByteArray text = "date,close\n";
    for (int i = 0; i < 60'000; ++i)
        text += "2025-01-27," + QByteArray::number(i * 7919 % 100'003) + ".25\n";
    return text;
}

core::Result<QByteArray> readAll(ByteSource &source)
{
    QByteArray all;
    QByteArray buffer(10'000, '\0');
    for (;;) {
        const auto got = source.read({buffer.data(), size_t(buffer.size())});
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            return all;
        all += buffer.left(*got);
    }
}

core::Result<QByteArray> openAndRead(const QByteArray &bytes)
{
    auto source = openBytes(bytes, QStringLiteral("the file"));
    if (!source)
        return tl::unexpected(source.error());
    return readAll(**source);
}

} // namespace

void ByteSourceTest::unpacksByContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("fileName");
    QTest::newRow("plain") << table() << "table.csv";
    QTest::newRow("plain, called gz") << table() << "table.csv.gz";
    QTest::newRow("gzip") << pack(Kind::Gzip, {{"x", table()}}) << "table.csv.gz";
    QTest::newRow("gzip, called csv") << pack(Kind::Gzip, {{"x", table()}}) << "table.csv";
    QTest::newRow("gzip of two members") << pack(Kind::Gzip, {{"x", table().left(1'000)}})
                                                + pack(Kind::Gzip, {{"x", table().mid(1'000)}})
                                         << "two.gz";
    QTest::newRow("zstd") << pack(Kind::Zstd, {{"x", table()}}) << "table.zst";
    QTest::newRow("zip") << pack(Kind::Zip, {{"table.csv", table()}}) << "table.zip";
    QTest::newRow("zip with a folder") << pack(Kind::Zip, {{"a/", ""}, {"a/table.csv", table()}}) << "table.zip";
    QTest::newRow("zip from a Mac") << pack(Kind::Zip, {{"table.csv", table()}, {"__MACOSX/._table.csv", "x"}})
                                    << "mac.zip";
}

void ByteSourceTest::unpacksByContent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, fileName);
    const QString path = m_folder.filePath(fileName);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();

    auto source = openInput(path);
    QVERIFY2(source.has_value(), source ? "" : qPrintable(source.error().message));
    QCOMPARE((*source)->total(), std::optional(qint64(bytes.size())));
    QCOMPARE((*source)->sha256(), QByteArray());
    const auto all = readAll(**source);
    QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().message + all.error().detail));
    QVERIFY(*all == table());
    QCOMPARE((*source)->consumed(), qint64(bytes.size()));
    QCOMPARE((*source)->sha256(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    QCOMPARE((*source)->name(), path);
}

void ByteSourceTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &bytes, core::ErrorCode code, const char *words) {
        QTest::newRow(name) << bytes << int(code) << QString::fromLatin1(words);
    };
    const QByteArray gzip = pack(Kind::Gzip, {{"x", table()}});
    const QByteArray zstd = pack(Kind::Zstd, {{"x", table()}});
    const QByteArray zip = pack(Kind::Zip, {{"t.csv", table()}});
    using core::ErrorCode;
    row("gzip cut in the middle", gzip.left(gzip.size() / 2), ErrorCode::Damaged, "cut short");
    row("gzip without its end", gzip.chopped(4), ErrorCode::Damaged, "cut short");
    row("gzip's head alone", gzip.left(6), ErrorCode::Damaged, "cut short");
    row("zstd cut in the middle", zstd.left(zstd.size() / 2), ErrorCode::Damaged, "cut short");
    row("zip cut in the middle", zip.left(zip.size() / 2), ErrorCode::Damaged, "cut short");
    row("zip of two files", pack(Kind::Zip, {{"a.csv", "a,b\n"}, {"b.csv", "a,b\n"}}), ErrorCode::Unsupported,
        "several files");
    row("zip of nothing", pack(Kind::Zip, {}), ErrorCode::InvalidInput, "no file in it");
    row("zip of a folder", pack(Kind::Zip, {{"a/", ""}}), ErrorCode::InvalidInput, "no file in it");
    row("workbook", pack(Kind::Zip, {{"[Content_Types].xml", "<x/>"}, {"xl/a.xml", "<x/>"}}), ErrorCode::Unsupported,
        "spreadsheet");
    row("xz",
        QByteArray("\xFD"
                   "7zXZ\0rest",
                   10),
        ErrorCode::Unsupported, "xz");
    row("bzip2", "BZh91AY&SYrest", ErrorCode::Unsupported, "bzip2");
}

void ByteSourceTest::saysWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QString, words);
    const auto all = openAndRead(bytes);
    QVERIFY(!all.has_value());
    QCOMPARE(int(all.error().code), code);
    QVERIFY2(all.error().message.contains(words), qPrintable(all.error().message));
    QVERIFY2(all.error().message.contains(QStringLiteral("the file")), qPrintable(all.error().message));
}

void ByteSourceTest::refusesWhatIsNoFile()
{
    const auto missing = openInput(m_folder.filePath(QStringLiteral("nowhere.csv")));
    QVERIFY(!missing.has_value());
    QCOMPARE(missing.error().code, core::ErrorCode::NotFound);
    QVERIFY(missing.error().message.contains(QStringLiteral("nowhere.csv")));

    const auto folder = openInput(m_folder.path());
    QVERIFY(!folder.has_value());
    QVERIFY2(folder.error().message.contains(QStringLiteral("folder")), qPrintable(folder.error().message));

    QFile locked(m_folder.filePath(QStringLiteral("locked.csv")));
    QVERIFY(locked.open(QIODevice::WriteOnly));
    locked.close();
    locked.setPermissions({});
    if (geteuid() == 0)
        return; // root may read everything
    const auto denied = openInput(locked.fileName());
    QVERIFY(!denied.has_value());
    QVERIFY2(denied.error().message.contains(QStringLiteral("not allowed")), qPrintable(denied.error().message));
}

void ByteSourceTest::peekingConsumesNothing()
{
    auto source = openBytes(table(), QStringLiteral("x"));
    QVERIFY(source.has_value());
    QVERIFY((*source)->peek(3).value() == "dat");
    QVERIFY((*source)->peek(300'000).value() == std::string_view(table().constData(), 300'000));
    char first[2];
    QCOMPARE((*source)->read(first).value(), 2);
    QVERIFY((*source)->peek(4).value() == "te,c");
    const auto rest = readAll(**source);
    QVERIFY(rest.has_value());
    QVERIFY(*rest == table().mid(2));
    QVERIFY((*source)->peek(10).value().empty());
}

void ByteSourceTest::aFlippedBitIsDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("gzip") << pack(Kind::Gzip, {{"x", "date,close\n2025-01-27,118.42\n"}});
    QTest::newRow("zip") << pack(Kind::Zip, {{"t.csv", "date,close\n2025-01-27,118.42\n"}});
}

//! Whichever bit of the packed data flips: either the text is still the same (it was a name or a date of the packing) or
//! there is an error, but never another price.
void ByteSourceTest::aFlippedBitIsDamage()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype i = 0; i < bytes.size() * 8; ++i) {
        QByteArray flipped = bytes;
        flipped[i / 8] = char(flipped.at(i / 8) ^ (1 << (i % 8)));
        const auto all = openAndRead(flipped);
        // An unknown packing is read as it is; a zip whose length is lost is empty, which detectDialect() says.
        if (!all || *all == flipped || all->isEmpty())
            continue;
        QVERIFY2(*all == "date,close\n2025-01-27,118.42\n",
                 qPrintable(QStringLiteral("bit %1 makes it %2").arg(i).arg(QString::fromLatin1(*all))));
    }
}

QTEST_GUILESS_MAIN(ByteSourceTest)
#include "tst_bytesource.moc"
