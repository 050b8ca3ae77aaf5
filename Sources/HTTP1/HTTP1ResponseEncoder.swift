import Ground
package import HTTPCore

/// Writes answers in HTTP/1.1 form (RFC 9112 section 4), framing included.
package enum HTTP1ResponseEncoder {
    /// What the connection adds to an answer.
    package struct Framing {
        /// Says that the connection closes after this answer (RFC 9112 section 9.6).
        package var closes: Bool
        /// The request was HTTP/1.0, which must be told that the connection stays open.
        package var isVersion10: Bool
        /// The request was HEAD: the fields of the answer to GET, without its content (RFC 9110 section 9.3.2).
        package var isHead: Bool

        package init(closes: Bool, isVersion10: Bool, isHead: Bool) {
            self.closes = closes
            self.isVersion10 = isVersion10
            self.isHead = isHead
        }
    }

    package static let continueResponse: StaticString = "HTTP/1.1 100 Continue\r\n\r\n"

    /// Appends `response` to `output`. `date` is the value of the Date field (RFC 9110 section 6.6.1).
    package static func encode(
        _ response: HTTPResponse, _ framing: Framing, date: HTTPDate, into output: inout [UInt8]
    ) {
        let commonLines = response.commonFields?.lines ?? []
        var room = 256 + commonLines.count + date.bytes.count + response.body.count
        for field in response.fields { room += field.name.utf8.count + field.value.utf8.count + 4 }
        output.append(addingCapacity: room) { write(response, commonLines, framing, date, to: &$0) }
    }

    private static func write(
        _ response: HTTPResponse, _ commonLines: [UInt8], _ framing: Framing, _ date: HTTPDate,
        to output: inout OutputSpan<UInt8>
    ) {
        switch response.status.code {
        case 200: output.append("HTTP/1.1 200 OK\r\n")
        case 201: output.append("HTTP/1.1 201 Created\r\n")
        default: appendStatusLine(response.status, to: &output)
        }
        output.append(copying: commonLines)
        for field in response.fields {
            output.append(utf8: field.name)
            output.append(": ")
            output.append(utf8: field.value)
            output.append("\r\n")
        }
        if !response.status.forbidsContent {
            output.append("content-length: ")
            output.append(decimal: response.body.count)
            output.append("\r\n")
        }
        output.append("date: ")
        output.append(copying: date.bytes.span)
        if framing.closes {
            output.append("\r\nconnection: close\r\n\r\n")
        } else if framing.isVersion10 {
            output.append("\r\nconnection: keep-alive\r\n\r\n")
        } else {
            output.append("\r\n\r\n")
        }
        if !framing.isHead, !response.status.forbidsContent {
            output.append(copying: response.body)
        }
    }

    private static func appendStatusLine(_ status: HTTPStatus, to output: inout OutputSpan<UInt8>) {
        output.append("HTTP/1.1 ")
        output.append(decimal: status.code, digits: 3)
        output.append(0x20)
        output.append(utf8: status.reasonPhrase)
        output.append("\r\n")
    }
}
