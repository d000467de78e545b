// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Bar.h>
#include <core/DecimalParser.h>
#include <core/Instrument.h>
#include <core/Price.h>
#include <core/Series.h>
#include <core/SessionCalendar.h>
#include <pipeline/StoreSession.h>
#include <store/StoreTypes.h>

#include <QDialog>
#include <QPointer>

#include <style/Appearance.h>

#include <array>
#include <optional>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace tickmark::dialogs {

//! Corrects one daily bar: the stored values with where they are from, new ones beside them, checked while they are typed,
//! and what they change in the percentages of that day and the next. Writes through StoreWriter::correctBar, so that the
//! former values stay in the store and the correction can be undone like an import. GUI thread.
class BarCorrectionDialog : public QDialog
{
    Q_OBJECT

public:
    //! `seriesId` 0: the bar that the charts show.
    BarCorrectionDialog(style::Appearance &appearance, pipeline::StoreSession &session, const QString &symbol,
                        core::SessionDate date, qint64 seriesId = 0, QWidget *parent = nullptr);
    ~BarCorrectionDialog() override;

Q_SIGNALS:
    void corrected(qint64 importId);

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr int kFields = 5; //!< open, high, low, close, volume

    //! What the store has of the day and its neighbours.
    struct Facts
    {
        core::Instrument instrument;
        core::Series series;
        core::Bar bar;
        QStringList origins;
        //! Close of the session before, in the shares in which `bar` is stored; nothing where it has no quote.
        std::optional<core::Price> before;
        std::optional<core::Price> after;
        core::SessionDate shares; //!< `bar` counts in those of this day
        //! The close as the charts show it, where that is another number: in the shares of today.
        std::optional<core::Price> shown;
    };
    //! What the fields say.
    struct Typed
    {
        core::Bar bar; //!< in units of the decimals below
        int priceDecimals = 0;
        int sizeDecimals = 0;
    };

    static core::Result<Facts> load(store::StoreReader &reader, const core::CalendarSet &calendars,
                                    const QString &symbol, core::SessionDate date, qint64 seriesId,
                                    const std::stop_token &stop);
    void build();
    void retranslate();
    void takeFacts(const core::Result<Facts> &facts);
    void growToContent();
    void fillOld();
    void fillNew();
    void rewriteNew();
    void check();
    void showEffect(const std::optional<Typed> &typed);
    [[nodiscard]] core::Result<Typed> typed() const;
    [[nodiscard]] bool isSame(const Typed &typed) const;
    [[nodiscard]] QString dayChange(const core::Price &close) const;
    [[nodiscard]] QString nextChange(const core::Price &close) const;
    void save();
    void saved(const core::Result<store::ImportResult> &result);
    void say(const QString &sentence);
    [[nodiscard]] QString listedNote() const;
    void sayDone();

    style::Appearance &m_appearance;
    QPointer<pipeline::StoreSession> m_session;
    QString m_symbol;
    core::SessionDate m_date;
    std::optional<Facts> m_facts;
    core::NumberStyle m_style; //!< of what stands in the fields
    bool m_isBusy = false;
    bool m_isDone = false;
    core::Time m_corrected;
    QLabel *m_head;
    QLabel *m_origin;
    QLabel *m_shares;
    std::array<QLabel *, kFields> m_labels{};
    std::array<QLabel *, kFields> m_old{};
    std::array<QLineEdit *, kFields> m_new{};
    QLabel *m_oldHead;
    QLabel *m_newHead;
    QLabel *m_noteLabel;
    QLineEdit *m_note;
    QLabel *m_dayEffect;
    QLabel *m_nextEffect;
    QLabel *m_message;
    QScrollArea *m_scroll; //!< all but message and buttons
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace tickmark::dialogs
