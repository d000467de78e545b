// SPDX-License-Identifier: GPL-3.0-or-later
#include <news/MentionFinder.h>
#include <news/NameList.h>
#include <news/SafeText.h>

#include <cstdlib>

using namespace tickmark;

namespace {

core::Instrument instrument(qint64 id, const char *symbol, const char *name, const char *alias)
{
    core::Instrument made;
    made.id = id;
    made.symbol = QString::fromUtf8(symbol);
    made.names = {{QStringLiteral("de"), QString::fromUtf8(name), {}, {QString::fromUtf8(alias)}}};
    return made;
}

void checkMentions(const std::vector<news::Mention> &mentions, qsizetype size)
{
    qsizetype end = 0;
    for (const news::Mention &mention : mentions) {
        if (mention.start < end || mention.length <= 0 || mention.start + mention.length > size)
            std::abort();
        end = mention.start + mention.length;
    }
}

} // namespace

//! Any text, and any text as a name: mentions lie inside the text, ascend and never overlap; what is shown of a text is as
//! long as the text.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const news::MentionFinder finder(
        {instrument(1, "NVDA", "Nvidia", "Nvidia-Aktie"), instrument(2, "^GSPC", "S&P 500", "Standard & Poor’s 500"),
         instrument(3, "DB1.DE", "Deutsche Börse", "Deutsche Boerse AG"), instrument(4, "ARM", "Arm", "Arm Holdings")});
    static const core::Result<news::NameList> names = news::NameList::loadBuiltIn();
    static const news::MentionFinder listed({}, &names.value());
    const auto bytes = QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString text = QString::fromUtf8(bytes);
    // the same bytes as UTF-16, for halves of surrogate pairs
    const QString units(reinterpret_cast<const QChar *>(QByteArray(bytes.data(), bytes.size()).constData()),
                        qsizetype(size / 2));
    const news::MentionFinder own(
        {instrument(5, "X", text.left(40).toUtf8().constData(), text.mid(40, 20).toUtf8().constData())});
    for (const QString &input : {text, units}) {
        for (const char *language : {"de", "en", ""}) {
            checkMentions(finder.find(input, QString::fromLatin1(language)), input.size());
            checkMentions(own.find(input, QString::fromLatin1(language)), input.size());
            checkMentions(listed.find(input, QString::fromLatin1(language)), input.size());
        }
        if (news::visibleText(input).size() != input.size() || news::visibleLine(input, 20).size() > 20)
            std::abort();
    }
    return 0;
}
