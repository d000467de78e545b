// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>
#include <core/Result.h>
#include <pipeline/StoreSession.h>
#include <store/ClaimTypes.h>

#include <QDialog>

#include <style/Appearance.h>

#include <optional>
#include <vector>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;

namespace tickmark::claimview {

//! What a claim says, where the text was misread: its instrument, its session, its kind, its hedge. Each stays as in the
//! text unless another is chosen. Says what was chosen through corrected(); writes nothing itself. GUI thread.
class CorrectClaimDialog : public QDialog
{
    Q_OBJECT

public:
    //! `appearance` outlives it; goes with `session`, whose instruments it offers.
    CorrectClaimDialog(const style::Appearance &appearance, pipeline::StoreSession &session,
                       const store::StoredClaim &claim, QWidget *parent = nullptr);

    //! As the fields say now; keeps whether the claim is dismissed.
    [[nodiscard]] store::ClaimCorrection correction() const;

Q_SIGNALS:
    void corrected(const tickmark::store::ClaimCorrection &correction);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void fillSessions();
    void fillInstruments();
    void fillKinds();
    void fillHedges();
    void takeInstruments(const core::Result<std::vector<core::Instrument>> &instruments);
    void setAsInText();
    void check();
    [[nodiscard]] core::SessionDate likelySession() const;
    //! What was said of the claim before.
    [[nodiscard]] store::ClaimCorrection said() const;
    //! Names what was read, as long as the claim still has it.
    [[nodiscard]] QString asInText(bool isCorrected, const QString &value) const;

    const style::Appearance &m_appearance;
    store::StoredClaim m_claim;
    std::vector<core::Instrument> m_instruments;
    std::optional<core::Error> m_trouble;
    QLabel *m_head;
    QLabel *m_instrumentLabel;
    QComboBox *m_instrument;
    QLabel *m_sessionLabel;
    QComboBox *m_session;
    QDateEdit *m_date;
    QLabel *m_kindLabel;
    QComboBox *m_kind;
    QLabel *m_hedgeLabel;
    QComboBox *m_hedge;
    QLabel *m_message;
    QPushButton *m_asInText;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace tickmark::claimview
