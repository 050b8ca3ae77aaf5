/* OpenSSL 3 for Swift: what its headers have as macros or with variable arguments. */
#ifndef LOCALTENANT_COPENSSL_H
#define LOCALTENANT_COPENSSL_H

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/pkcs7.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

static inline EVP_PKEY *localtenant_new_p256_key(void) {
    return EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-256");
}

static inline EVP_PKEY *localtenant_new_rsa_key(int bits) {
    return EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)bits);
}

/* An RSA public key; NULL where the numbers make none. */
static inline EVP_PKEY *localtenant_rsa_key(const unsigned char *n, int n_count, const unsigned char *e, int e_count) {
    EVP_PKEY *key = NULL;
    BIGNUM *modulus = BN_bin2bn(n, n_count, NULL), *exponent = BN_bin2bn(e, e_count, NULL);
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    OSSL_PARAM *parameters = NULL;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
    if (modulus && exponent && builder && context && OSSL_PARAM_BLD_push_BN(builder, "n", modulus) == 1 &&
        OSSL_PARAM_BLD_push_BN(builder, "e", exponent) == 1 && (parameters = OSSL_PARAM_BLD_to_param(builder)) &&
        EVP_PKEY_fromdata_init(context) == 1) {
        EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters);
    }
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(parameters);
    OSSL_PARAM_BLD_free(builder);
    BN_free(exponent);
    BN_free(modulus);
    return key;
}

/* RSASSA-PSS as RFC 7518 section 3.5 has it: the salt is as long as the digest. */
static inline int localtenant_use_pss(EVP_PKEY_CTX *context) {
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

static inline int localtenant_number_bytes(const BIGNUM *number) {
    return BN_num_bytes(number);
}

/* A message of certificates alone has no content. */
static inline void localtenant_detach(PKCS7 *message) {
    PKCS7_set_detached(message, 1);
}

static inline void localtenant_free(void *memory) {
    OPENSSL_free(memory);
}

/* TLS 1.2 and 1.3, forward secrecy and authenticated encryption only; buffers of idle connections are given back. */
static inline int localtenant_restrict(SSL_CTX *context) {
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                  SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
           SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 &&
           SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384") == 1;
}

/* Has a session ticket sealed, or opened, as RFC 5077 section 4 recommends: AES in CBC mode and HMAC-SHA-256; both keys
   have 32 bytes. */
static inline int localtenant_use_ticket_keys(EVP_CIPHER_CTX *cipher, EVP_MAC_CTX *mac, const unsigned char *cipher_key,
                                              const unsigned char *mac_key, const unsigned char *iv, int seals) {
    OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_octet_string(OSSL_MAC_PARAM_KEY, (void *)mac_key, 32),
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, (char *)"SHA256", 0),
        OSSL_PARAM_construct_end(),
    };
    return EVP_MAC_CTX_set_params(mac, parameters) == 1 &&
           EVP_CipherInit_ex(cipher, EVP_aes_256_cbc(), NULL, cipher_key, iv, seals) == 1;
}

static inline void localtenant_bio_wants_more(BIO *bio) {
    BIO_set_retry_read(bio);
}

static inline void localtenant_bio_clear_retry(BIO *bio) {
    BIO_clear_retry_flags(bio);
}

static inline int localtenant_set_host_name(SSL *ssl, const char *name) {
    return (int)SSL_set_tlsext_host_name(ssl, name);
}

/* Some handshakes choose a certificate twice; the chain must not grow. */
static inline void localtenant_clear_chain(SSL *ssl) {
    SSL_clear_chain_certs(ssl);
}

static inline int localtenant_add_chain_certificate(SSL *ssl, X509 *certificate) {
    return (int)SSL_add1_chain_cert(ssl, certificate);
}

/* The PEM text in a memory BIO; valid as long as the BIO. */
static inline long localtenant_bio_text(BIO *bio, char **text) {
    return BIO_get_mem_data(bio, text);
}

#endif
