// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsText.h"

#include <sources/WholeInput.h>

#include <QCoreApplication>

namespace tickmark::pipeline {

core::Result<QByteArray> readNewsText(sources::ByteSource &source, std::stop_token stop)
{
    auto bytes = sources::readFront(source, kLongestNewsBytes + 1, std::move(stop));
    if (bytes && bytes->size() > kLongestNewsBytes)
        return core::failure(
            core::ErrorCode::InvalidInput,
            QCoreApplication::translate("NewsImportJob", "“%1” is longer than %2 MB: that is no news text.")
                .arg(source.name(), QString::number(kLongestNewsBytes / 1'000'000)));
    return bytes;
}

} // namespace tickmark::pipeline
