// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

typedef struct evp_pkey_st EVP_PKEY;
typedef struct x509_st X509;

namespace tickmark::test {

//! An authority of a test's own, and the certificates that it makes out. Everything in PEM.
class TestCertificates
{
public:
    struct Pair
    {
        QByteArray certificate;
        QByteArray key;
    };
    enum class Kind { Right, Expired, SelfSigned, OtherHost };

    TestCertificates();
    ~TestCertificates();

    //! What a client has to trust.
    [[nodiscard]] QByteArray authority() const;
    //! For localhost and 127.0.0.1, but for what `kind` says is wrong with it.
    [[nodiscard]] Pair make(Kind kind) const;

private:
    struct Free
    {
        void operator()(EVP_PKEY *key) const;
        void operator()(X509 *certificate) const;
    };
    using Key = std::unique_ptr<EVP_PKEY, Free>;
    using Certificate = std::unique_ptr<X509, Free>;
    [[nodiscard]] static Certificate certificate(EVP_PKEY *key, const char *name, const char *otherNames, long from,
                                                 long to, X509 *issuer, EVP_PKEY *issuerKey);

    Key m_key;
    Certificate m_authority;
};

} // namespace tickmark::test
