// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <sources/providers/ProviderList.h>
#include <store/SourceTypes.h>

#include <QWidget>

#include <style/Appearance.h>

#include <optional>
#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

// The fields of a source's form that are made of several widgets. Each shows a value and gives it back, says edited() when
// the user changes it, and is owned by the form. GUI thread.
namespace tickmark::dialogs {

//! Where a feed or file is, or a mirror of a provider. Asks about http without encryption where the address has it.
class SourceAddressField : public QWidget
{
    Q_OBJECT

public:
    explicit SourceAddressField(QWidget *parent = nullptr);

    void set(const QString &address, bool plainHttpAllowed);
    [[nodiscard]] QString address() const;
    [[nodiscard]] bool isPlainHttpAllowed() const;
    void setName(const QString &accessibleName, const QString &example);
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    void showPlain();

    QLineEdit *m_edit;
    QCheckBox *m_plain;
    QLabel *m_risk;
};

//! Lengths of bars, each with a box to check.
class SourceBarsField : public QWidget
{
    Q_OBJECT

public:
    explicit SourceBarsField(QWidget *parent = nullptr);

    void set(const std::vector<qint64> &choices, const std::vector<qint64> &chosen);
    [[nodiscard]] std::vector<qint64> value() const;
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    QHBoxLayout *m_row;
    std::vector<std::pair<qint64, QCheckBox *>> m_boxes;
};

//! How far back a source goes: as far as is usual, or since a date.
class SourceSinceField : public QWidget
{
    Q_OBJECT

public:
    explicit SourceSinceField(const style::Appearance &appearance, QWidget *parent = nullptr);

    void set(const std::optional<core::SessionDate> &since);
    //! What is usual, of that kind of source.
    void setKind(sources::ProviderKind kind);
    [[nodiscard]] std::optional<core::SessionDate> value() const;
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    const style::Appearance &m_appearance;
    sources::ProviderKind m_kind = sources::ProviderKind::Bars;
    QComboBox *m_reach;
    QDateEdit *m_date;
};

//! When a source runs by itself, and whether it does at present.
class SourceScheduleField : public QWidget
{
    Q_OBJECT

public:
    explicit SourceScheduleField(QWidget *parent = nullptr);

    void set(const store::FetchSchedule &schedule, bool isEnabled);
    [[nodiscard]] store::FetchSchedule value() const;
    [[nodiscard]] bool isRunByItself() const;
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    void showEvery();

    QComboBox *m_when;
    QComboBox *m_every;
    QCheckBox *m_paused;
};

//! How a table on the web is written: found by itself, or by a profile that was saved before.
class SourceProfileField : public QWidget
{
    Q_OBJECT

public:
    explicit SourceProfileField(QWidget *parent = nullptr);

    void set(const QString &json);
    [[nodiscard]] const QString &value() const { return m_json; }
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    void choose();
    void take(const QString &path);
    void showText();

    QString m_json;
    QString m_problem; //!< of the file that was chosen last
    QLabel *m_text;
    QPushButton *m_choose;
    QPushButton *m_clear;
};

} // namespace tickmark::dialogs
