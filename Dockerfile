FROM eclipse-temurin:17-jre
RUN useradd --system --create-home --home-dir /var/lib/driftgate driftgate
COPY target/driftgate.jar /opt/driftgate.jar
USER driftgate
WORKDIR /var/lib/driftgate
ENV DRIFTGATE_DATA=/var/lib/driftgate/data \
    SERVER_ADDRESS=0.0.0.0 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -Duser.timezone=UTC"
VOLUME /var/lib/driftgate
EXPOSE 8080 8090
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-jar", "/opt/driftgate.jar"]
