// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QTranslator>

#include <utility>

//! Some texts in other words: enough of a translation to see that words change. "%1" stands for the count.
class TestTranslator : public QTranslator
{
public:
    explicit TestTranslator(QHash<QByteArray, QString> texts) : m_texts(std::move(texts)) {}

    QString translate(const char *, const char *source, const char *, int n) const override
    {
        return QString(m_texts.value(source)).replace(QStringLiteral("%1"), QString::number(n));
    }
    bool isEmpty() const override { return false; }

private:
    QHash<QByteArray, QString> m_texts;
};
