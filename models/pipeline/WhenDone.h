// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace tickmark::pipeline {

//! Calls `answer(result)` on the thread of `guard` once `future` has its result; never when `guard` has gone before.
//! In place of QFuture::then(guard, ...), which in Qt 6.4 asserts in that case, and reads the guard on the other thread.
//! A future without a result (its writer has gone) is not answered.
template <typename Result, typename Answer>
void whenDone(const QFuture<Result> &future, QObject *guard, Answer answer)
{
    auto *watcher = new QFutureWatcher<Result>(guard);
    QObject::connect(watcher, &QFutureWatcherBase::finished, guard, [watcher, answer = std::move(answer)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            answer(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace tickmark::pipeline
