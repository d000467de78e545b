// SPDX-License-Identifier: GPL-3.0-or-later
#include "TestCertificates.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace tickmark::test {

namespace {

constexpr long kDay = 24L * 3600;

QByteArray taken(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    QByteArray text(bytes, size);
    BIO_free(bio);
    return text;
}

QByteArray pem(X509 *certificate)
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate);
    return taken(bio);
}

QByteArray pem(EVP_PKEY *key)
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
    return taken(bio);
}

void extend(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

} // namespace

void TestCertificates::Free::operator()(EVP_PKEY *key) const
{
    EVP_PKEY_free(key);
}

void TestCertificates::Free::operator()(X509 *certificate) const
{
    X509_free(certificate);
}

TestCertificates::Certificate TestCertificates::certificate(EVP_PKEY *key, const char *name, const char *otherNames,
                                                            long from, long to, X509 *issuer, EVP_PKEY *issuerKey)
{
    static long serial = 1;
    Certificate made(X509_new());
    X509_set_version(made.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), serial++);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), from);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), to);
    X509_set_pubkey(made.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(made.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
    X509 *signer = issuer ? issuer : made.get();
    X509_set_issuer_name(made.get(), X509_get_subject_name(signer));
    extend(made.get(), signer, NID_basic_constraints, otherNames ? "CA:FALSE" : "critical,CA:TRUE");
    if (otherNames)
        extend(made.get(), signer, NID_subject_alt_name, otherNames);
    X509_sign(made.get(), issuerKey, EVP_sha256());
    return made;
}

TestCertificates::TestCertificates()
    : m_key(EVP_EC_gen("P-256")),
      m_authority(certificate(m_key.get(), "Authority of a test", nullptr, -kDay, kDay, nullptr, m_key.get()))
{}

TestCertificates::~TestCertificates() = default;

QByteArray TestCertificates::authority() const
{
    return pem(m_authority.get());
}

TestCertificates::Pair TestCertificates::make(Kind kind) const
{
    const Key key(EVP_EC_gen("P-256"));
    const char *names = kind == Kind::OtherHost ? "DNS:quotes.example" : "DNS:localhost,IP:127.0.0.1";
    const long to = kind == Kind::Expired ? -kDay / 2 : kDay;
    const bool own = kind == Kind::SelfSigned;
    const Certificate made = certificate(key.get(), "localhost", names, -kDay, to, own ? nullptr : m_authority.get(),
                                         own ? key.get() : m_key.get());
    return {pem(made.get()), pem(key.get())};
}

} // namespace tickmark::test
